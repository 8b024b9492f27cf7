import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Compiles a C program, statically linked. */
export const compile = (directory: string, name: string, text: string): string => {
  const source = join(directory, `${name}.c`)
  const program = join(directory, name)
  writeFileSync(source, text)
  try {
    execFileSync('gcc', ['-O2', '-static', '-o', program, source], { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    throw new Error(`gcc is needed, and says: ${String((error as { stderr?: unknown }).stderr ?? error)}`)
  }
  return program
}

/**
 * A service: it notes the time first of all (the monotonic clock, which is `process.hrtime`'s, too), then tells it: its
 * directory, its pid, the time in nanoseconds, and 1 if another process of the same service still lives. s6 hears that it
 * is ready, if its directory has a file `notification-fd`.
 *
 * @param fifo where it tells it
 */
export const serviceText = (fifo: string): string => `
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

int main(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  char directory[4096], line[4200];
  if (getcwd(directory, sizeof directory) == NULL) return 1;
  int alive = open("alive", O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int twice = flock(alive, LOCK_EX | LOCK_NB) != 0;
  int told = open(${JSON.stringify(fifo)}, O_WRONLY | O_CLOEXEC);
  int length = snprintf(line, sizeof line, "%d %lld %d %s\\n", getpid(),
                        now.tv_sec * 1000000000LL + now.tv_nsec, twice, directory);
  if (write(told, line, length) != length) return 1;
  close(told);
  if (access("notification-fd", F_OK) == 0 && write(3, "\\n", 1) == 1) close(3);
  for (;;) pause();
}
`

/** Runs a command again and again until it is killed, and prints how many nanoseconds each run took, and its exit code. */
export const REPEAT = `
#include <spawn.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

int main(int argc, char **argv) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1, 0);
  for (;;) {
    struct timespec before, after;
    pid_t pid;
    int status;
    clock_gettime(CLOCK_MONOTONIC, &before);
    if (posix_spawnp(&pid, argv[1], &actions, NULL, argv + 1, environ) != 0) return 1;
    waitpid(pid, &status, 0);
    clock_gettime(CLOCK_MONOTONIC, &after);
    printf("%lld %d\\n", (after.tv_sec - before.tv_sec) * 1000000000LL + after.tv_nsec - before.tv_nsec,
           WEXITSTATUS(status));
    usleep(20000);
  }
}
`

/** Stands by: starts a program the moment that a byte comes on its standard input. */
export const STAND_BY = `
#include <unistd.h>

int main(int argc, char **argv) {
  char byte;
  if (read(0, &byte, 1) != 1) return 0;
  execv(argv[1], argv + 1);
  return 1;
}
`
