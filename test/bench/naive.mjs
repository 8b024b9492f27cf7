/* oxlint-disable -- the yardstick as it was given, formatted only: it is measured beside the machine, and is no part of it */
// A naive Nock-to-JavaScript compiler (no depth safety, small atoms only): a yardstick. In one run on one machine, vere takes a known multiple of its CPU time; see figures.md.
// quick feasibility: Nock -> JS codegen
export class Cell {
  constructor(h, t) {
    this.h = h
    this.t = t
    this.m = 0
    this.c = null
  }
}
const cons = (h, t) => new Cell(h, t)
export function parse(s) {
  const tk = s.match(/\[|\]|\d+/g)
  let i = 0
  const p = () => {
    const t = tk[i++]
    if (t === '[') {
      const xs = []
      while (tk[i] !== ']') xs.push(p())
      i++
      let r = xs.pop()
      while (xs.length) r = cons(xs.pop(), r)
      return r
    }
    return Number(t)
  }
  return p()
}
const crash = () => {
  throw new Error('crash')
}
function inc(a) {
  if (typeof a !== 'number') crash()
  return a + 1
}
function eq(a, b) {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object') return false
  const st = [a, b]
  while (st.length) {
    b = st.pop()
    a = st.pop()
    if (a === b) continue
    if (typeof a !== 'object' || typeof b !== 'object') return false
    st.push(a.t, b.t, a.h, b.h)
  }
  return true
}
function path(ax) {
  let r = []
  while (ax > 1) {
    r.push(ax & 1)
    ax = ax >>> 1
  }
  return r.reverse()
}
const H = (x) => (typeof x === 'object' ? x.h : crash()),
  T = (x) => (typeof x === 'object' ? x.t : crash())
class Tail {
  constructor() {
    this.s = null
    this.f = null
  }
}
const TAIL = new Tail()
function compile(f) {
  let n = 0
  const consts = []
  let depthVars = 0
  const K = (v) => {
    consts.push(v)
    return 'k' + (consts.length - 1)
  }
  const fresh = () => 'v' + n++
  const code = []
  const loopF = f
  function ax(src, a, out) {
    let cur = src
    for (const b of path(a)) {
      const v = fresh()
      out.push(`if(typeof ${cur}!=='object')crash();const ${v}=${cur}.${b ? 't' : 'h'};`)
      cur = v
    }
    return cur
  }
  // emit expr statement; returns var name; tail => emits return
  function ev(f, s, out, tail) {
    if (typeof f !== 'object') {
      out.push('crash();')
      return '0'
    }
    const ret = (v) => {
      if (tail) {
        out.push(`return ${v};`)
      }
      return v
    }
    if (typeof f.h === 'object') {
      const a = ev(f.h, s, out, false),
        b = ev(f.t, s, out, false)
      const v = fresh()
      out.push(`const ${v}=new Cell(${a},${b});`)
      return ret(v)
    }
    const x = f.t
    switch (f.h) {
      case 0:
        return ret(ax(s, x, out))
      case 1:
        return ret(typeof x === 'number' ? String(x) : K(x))
      case 2: {
        const ns = ev(x.h, s, out, false),
          nf = ev(x.t, s, out, false)
        if (tail) {
          out.push(`if(${nf}===SELF){s=${ns};continue L;}TAIL.s=${ns};TAIL.f=${nf};return TAIL;`)
          return '0'
        }
        const v = fresh()
        out.push(`const ${v}=run(${ns},${nf});`)
        return v
      }
      case 3: {
        const a = ev(x, s, out, false)
        const v = fresh()
        out.push(`const ${v}=typeof ${a}==='object'?0:1;`)
        return ret(v)
      }
      case 4: {
        const a = ev(x, s, out, false)
        const v = fresh()
        out.push(`const ${v}=inc(${a});`)
        return ret(v)
      }
      case 5: {
        const a = ev(x.h, s, out, false),
          b = ev(x.t, s, out, false)
        const v = fresh()
        out.push(`const ${v}=eq(${a},${b})?0:1;`)
        return ret(v)
      }
      case 6: {
        const c = cond(x.h, s, out)
        if (tail) {
          const o1 = [],
            o2 = []
          ev(x.t.h, s, o1, true)
          ev(x.t.t, s, o2, true)
          out.push(`if(${c}){${o1.join('')}}else{${o2.join('')}}`)
          return '0'
        }
        const v = fresh()
        const o1 = [],
          o2 = []
        const a = ev(x.t.h, s, o1, false),
          b = ev(x.t.t, s, o2, false)
        out.push(`let ${v};if(${c}){${o1.join('')}${v}=${a};}else{${o2.join('')}${v}=${b};}`)
        return v
      }
      case 7: {
        const a = ev(x.h, s, out, false)
        return ev(x.t, a, out, tail)
      }
      case 8: {
        const a = ev(x.h, s, out, false)
        const v = fresh()
        out.push(`const ${v}=new Cell(${a},${s});`)
        return ev(x.t, v, out, tail)
      }
      case 9: {
        const core = ev(x.t, s, out, false)
        const nf = ax(core, x.h, out)
        if (tail) {
          out.push(`if(${nf}===SELF){s=${core};continue L;}TAIL.s=${core};TAIL.f=${nf};return TAIL;`)
          return '0'
        }
        const v = fresh()
        out.push(`const ${v}=run(${core},${nf});`)
        return v
      }
      case 10: {
        const a = x.h.h
        const nv = ev(x.h.t, s, out, false),
          tgt = ev(x.t, s, out, false)
        return ret(edit(tgt, path(a), nv, out))
      }
      case 11:
        return ev(x.t, s, out, tail)
    }
    out.push('crash();')
    return '0'
  }
  function edit(t, p, nv, out) {
    if (!p.length) return nv
    out.push(`if(typeof ${t}!=='object')crash();`)
    const v = fresh()
    const sub = fresh()
    out.push(`const ${sub}=${t}.${p[0] ? 't' : 'h'};`)
    const r = edit(sub, p.slice(1), nv, out)
    out.push(p[0] ? `const ${v}=new Cell(${t}.h,${r});` : `const ${v}=new Cell(${r},${t}.t);`)
    return v
  }
  function cond(f, s, out) {
    if (typeof f === 'object' && f.h === 5) {
      const a = ev(f.t.h, s, out, false),
        b = ev(f.t.t, s, out, false)
      return `(${a}===${b}||eq(${a},${b}))`
    }
    if (typeof f === 'object' && f.h === 3) {
      const a = ev(f.t, s, out, false)
      return `(typeof ${a}==='object')`
    }
    const a = ev(f, s, out, false)
    out.push(`if(${a}!==0&&${a}!==1)crash();`)
    return `(${a}===0)`
  }
  const out = []
  // s is mutable: alias
  ev(f, 'sj', out, true)
  const src = `return function(s){L:for(;;){const sj=s;${out.join('')}}}`
  const fn = new Function(
    'Cell',
    'crash',
    'inc',
    'eq',
    'run',
    'TAIL',
    'SELF',
    ...consts.map((_, i) => 'k' + i),
    src,
  )(Cell, crash, inc, eq, run, TAIL, f, ...consts)
  f.c = fn
  return fn
}
let depth = 0
export function run(s, f) {
  if (typeof f !== 'object') crash()
  let r = (f.c || compile(f))(s)
  while (r === TAIL) {
    const ns = TAIL.s,
      nf = TAIL.f
    if (typeof nf !== 'object') crash()
    r = (nf.c || compile(nf))(ns)
  }
  return r
}
