import { type Either, left, right } from '../../nock/either.js'
import { openInBrowser } from '../playground/browser.js'
import { writePage } from '../playground/built.js'
import { untilEnded } from '../playground/until-ended.js'
import { EXIT, badData, misused } from '../terminal/failure.js'
import { complain, print, quoted, reason } from '../terminal/terminal.js'
import { define } from './define.js'

const port = (text: string): Either<string, number> =>
  /^\d{1,5}$/.test(text) && Number(text) < 65_536 ? right(Number(text)) : left('a port, 0 to 65535')

export const command = define({
  name: 'playground',
  about:
    'Serves a page to this machine only, on which Nock runs in the browser: an editor, each step with its\n' +
    'line of the definition, the trees, and the lessons. Prints its address; Ctrl-C ends it. With --out it\n' +
    'writes the page instead: files that any web host serves.',
  examples: [
    ['runock playground --open', 'http://127.0.0.1:8064/'],
    ['runock playground --out public', 'public/index.html'],
  ],
  positionals: {},
  options: {
    port: { about: 'serve on port N: 8064 unless given, 0 for any that is free', value: 'N', decode: port },
    open: { about: 'open it in the browser, too' },
    out: {
      about: 'write the files of the page into DIR, and serve nothing',
      value: 'DIR',
      decode: (text: string): Either<string, string> => (text === '' ? left('a directory') : right(text)),
    },
    json: { about: 'print JSON: {"url"}, or {"files"}' },
  },
  run: async ({ port: asked, open, out, json }) => {
    if (out !== undefined) {
      if (asked !== undefined || open) return left(misused('--out serves nothing: without --port and --open'))
      try {
        const files = writePage(out).map((name) => `${out.replace(/\/+$/, '')}/${name}`)
        print((json ? JSON.stringify({ files }) : files.join('\n')) + '\n')
        return right(EXIT.ok)
      } catch (error) {
        return left(badData(`cannot write to ${quoted(out)}: ${reason(error)}`))
      }
    }
    const { PORT, servePlayground } = await import('../playground/serve.js')
    const served = await servePlayground(asked ?? PORT)
    if (served._tag === 'Left') return served
    const { url, close } = served.right
    print((json ? JSON.stringify({ url }) : url) + '\n')
    if (open) openInBrowser(url)
    if (process.stderr.isTTY) complain('runock playground', 'Ctrl-C ends it')
    await untilEnded()
    await close()
    return right(EXIT.ok)
  },
})
