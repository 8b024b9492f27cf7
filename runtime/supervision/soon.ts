/**
 * Does something for each of several, once, as soon as what happens now is done with: however often they were named
 * until then.
 */
export class Soon<A> {
  private readonly named = new Set<A>()
  private readonly act: (one: A) => void
  private next: NodeJS.Immediate | undefined

  constructor(act: (one: A) => void) {
    this.act = act
  }

  add(one: A): void {
    this.named.add(one)
    this.next ??= setImmediate(() => {
      this.next = undefined
      const all = [...this.named]
      this.named.clear()
      for (const each of all) this.act(each)
    })
  }
}
