/** The command was called in a way that makes no sense. */
export class UsageFault extends Error {}
