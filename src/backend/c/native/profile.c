/* Of a running program only C sees its stack, its time, a signal. What is made of them: runtime/profile, runtime/heap. */
#include <sys/time.h>
#include <ucontext.h>

static inline __attribute__((always_inline)) int64_t heddle_frame_address(void) {
  return (int64_t)(intptr_t)__builtin_frame_address(0);
}

/* The next allocation does not fit: then somebody looks whether that was why. */
static void heddle_ask_for_picture(int number) {
  (void)number;
  if (heddle_state.pictureAsked) return;
  heddle_state.pictureLimit = heddle_state.limit;
  heddle_state.pictureAsked = 1;
  heddle_state.limit = 0;
}

static void heddle_catch_signal(void) { signal(SIGUSR2, heddle_ask_for_picture); }

static void heddle_tick(int number, siginfo_t *info, void *context) {
  int error = errno;
  mcontext_t *machine = &((ucontext_t *)context)->uc_mcontext;
#ifdef __x86_64__
  HEDDLE_TICK(machine->gregs[REG_RIP], machine->gregs[REG_RBP]);
#else
  HEDDLE_TICK(machine->pc, machine->regs[29]);
#endif
  errno = error;
}

static void heddle_start_timer(int64_t microseconds) {
  struct sigaction action = {.sa_sigaction = heddle_tick, .sa_flags = SA_SIGINFO | SA_RESTART};
  struct itimerval every = {{0, microseconds}, {0, microseconds}};
  if (microseconds > 0) sigaction(SIGPROF, &action, 0);
  setitimer(ITIMER_PROF, &every, 0);
}
