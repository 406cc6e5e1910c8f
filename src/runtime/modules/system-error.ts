/** Errors of the operating system as Node words them. */
export interface SystemError extends Error {
  errno?: number;
  code?: string;
  syscall?: string;
  path?: string;
  dest?: string;
}

const codes = [
  "EPERM: operation not permitted",
  "ENOENT: no such file or directory",
  "ESRCH: no such process",
  "EINTR: interrupted system call",
  "EIO: i/o error",
  "ENXIO: no such device or address",
  "E2BIG: argument list too long",
  "ENOEXEC: exec format error",
  "EBADF: bad file descriptor",
  "ECHILD: no child processes",
  "EAGAIN: resource temporarily unavailable",
  "ENOMEM: not enough memory",
  "EACCES: permission denied",
  "EFAULT: bad address in system call argument",
  "ENOTBLK: block device required",
  "EBUSY: resource busy or locked",
  "EEXIST: file already exists",
  "EXDEV: cross-device link not permitted",
  "ENODEV: no such device",
  "ENOTDIR: not a directory",
  "EISDIR: illegal operation on a directory",
  "EINVAL: invalid argument",
  "ENFILE: file table overflow",
  "EMFILE: too many open files",
  "ENOTTY: inappropriate ioctl for device",
  "ETXTBSY: text file is busy",
  "EFBIG: file too large",
  "ENOSPC: no space left on device",
  "ESPIPE: invalid seek",
  "EROFS: read-only file system",
  "EMLINK: too many links",
  "EPIPE: broken pipe",
];

function describe(number: number): string {
  if (number >= 1 && number <= codes.length) return codes[number - 1]!;
  if (number === 36) return "ENAMETOOLONG: name too long";
  if (number === 39) return "ENOTEMPTY: directory not empty";
  if (number === 40) return "ELOOP: too many symbolic links encountered";
  return `Unknown system error ${-number}: Unknown system error ${-number}`;
}

/** The error of a failed call of the system; `result` is the negative error number. */
export function systemError(result: number, syscall: string, path?: string, dest?: string): SystemError {
  const described = describe(-result);
  let message = `${described}, ${syscall}`;
  if (path !== undefined) message += ` '${path}'`;
  if (dest !== undefined) message += ` -> '${dest}'`;
  const error: SystemError = new Error(message);
  error.errno = result;
  error.code = described.slice(0, described.indexOf(":"));
  error.syscall = syscall;
  if (path !== undefined) error.path = path;
  if (dest !== undefined) error.dest = dest;
  return error;
}
