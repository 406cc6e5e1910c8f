/**
 * Words of the shadow stack that are neither a reference nor a value. The lowest slot of a frame may have one: all slots
 * below it are of functions that cannot go on before this frame is left, so that they stay as they are.
 *
 * Constants and nothing else: collectors, in restricted TypeScript, import this file as it is.
 */

/** Put there by the program. */
export const newFrame = 16;
/** Put there by a collection that has brought everything below up to date. */
export const seenFrame = 24;
