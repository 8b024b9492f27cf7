/** A mount of the cgroups of version 2. */
export interface CgroupMount {
  /** Where it is. */
  readonly path: string
  /** The cgroup that is seen there: `/`, or in a container often one further down. */
  readonly root: string
}

/**
 * The mount of cgroup v2, if there is one: the only one, or beside those of version 1.
 *
 * @param mountinfo as `/proc/self/mountinfo` is
 * @example
 * cgroupMount('38 31 0:31 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw\n').path === '/sys/fs/cgroup'
 */
export const cgroupMount = (mountinfo: string): CgroupMount | undefined => {
  const [, root, path] = /^\d+ \d+ \S+ (\S+) (\S+) .* - cgroup2 /m.exec(mountinfo) ?? []
  return root === undefined || path === undefined ? undefined : { path: plain(path), root: plain(root) }
}

/**
 * The directory of a process's cgroup; undefined where the mount does not show it.
 *
 * @param cgroups as `/proc/self/cgroup` is
 * @example
 * cgroupDirectory({ path: '/sys/fs/cgroup', root: '/' }, '1:cpu:/a\n0::/web\n') === '/sys/fs/cgroup/web'
 */
export const cgroupDirectory = ({ path, root }: CgroupMount, cgroups: string): string | undefined => {
  const cgroup = /^0::(\/.*)$/m.exec(cgroups)?.[1]
  if (cgroup === undefined || cgroup.startsWith('/..') || cgroup.endsWith(' (deleted)')) return undefined
  const above = root === '/' ? '' : root
  if (cgroup !== above && !cgroup.startsWith(`${above}/`)) return undefined
  return `${path}${cgroup.slice(above.length)}`.replace(/\/$/, '')
}

/** Blanks and the like are written as octal numbers. */
const plain = (escaped: string): string =>
  escaped.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)))
