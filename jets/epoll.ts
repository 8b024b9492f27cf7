import { type Library } from './file-calls.js'

const EPOLL_CLOEXEC = 0x80000
const EPOLL_CTL_ADD = 1
const EPOLLIN = 1
/** So many are told at once. */
const MANY = 64

/** `epoll(7)`: which of many descriptors have something to read, asked by one call that does not wait. */
export class Epoll {
  private fd = -1
  private readonly create
  private readonly control
  private readonly wait
  private readonly errnoOf: (returned: number) => number
  // struct epoll_event: events, then data, without a gap on x64 only
  private readonly data = process.arch === 'x64' ? 4 : 8
  private readonly size = process.arch === 'x64' ? 12 : 16
  private readonly event = Buffer.alloc(this.size)
  private readonly events = Buffer.alloc(this.size * MANY)

  /** @param errnoOf see `fileCalls` */
  constructor(c: Library, errnoOf: (returned: number) => number) {
    this.create = c.func('int epoll_create1(int flags)')
    this.control = c.func('int epoll_ctl(int epoll, int operation, int fd, void *event)')
    this.wait = c.func('int epoll_wait(int epoll, void *events, int many, int timeout)')
    this.errnoOf = errnoOf
  }

  /** From now on it is asked after; closing it ends that. */
  add(fd: number): number {
    if (this.fd < 0) this.fd = this.create(EPOLL_CLOEXEC)
    this.event.writeUInt32LE(EPOLLIN, 0)
    this.event.writeInt32LE(fd, this.data)
    return this.errnoOf(this.control(this.fd, EPOLL_CTL_ADD, fd, this.event))
  }

  /** Some that have something to read; empty when none has. */
  ready(): readonly number[] {
    const count = this.fd < 0 ? 0 : Math.max(0, this.wait(this.fd, this.events, MANY, 0))
    return Array.from({ length: count }, (_, i) => this.events.readInt32LE(i * this.size + this.data))
  }
}
