/* HEDDLE_GC_DEBUG: emptied nurseries cannot be touched, and an access to one says so. */
static int64_t heddle_protected_start = INT64_MAX, heddle_protected_end;

static void heddle_fault(int number, siginfo_t *info, void *context) {
  (void)context;
  int64_t address = (int64_t)(intptr_t)info->si_addr;
  if (address >= heddle_protected_start && address < heddle_protected_end)
    heddle_stop(HEDDLE_INTERNAL_CODE, "a stale reference: it leads into a nursery that a minor collection has emptied",
                "an unknown place: a debugger shows it");
  signal(number, SIG_DFL);
  raise(number);
}

static void heddle_protect_space(int64_t address, int64_t bytes) {
  static char stack[1 << 14];
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack};
  struct sigaction action = {.sa_sigaction = heddle_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigaltstack(&other, 0);
  sigaction(SIGSEGV, &action, 0);
  if (address < heddle_protected_start) heddle_protected_start = address;
  if (address + bytes > heddle_protected_end) heddle_protected_end = address + bytes;
  mprotect((void *)(intptr_t)address, bytes, PROT_NONE);
}

static void heddle_unprotect_space(int64_t address, int64_t bytes) {
  mprotect((void *)(intptr_t)address, bytes, PROT_READ | PROT_WRITE);
}
