/**
 * The outside beyond standard streams: files, folders, environment, time. Translated, each function is one of the C
 * part's (native/host.c); on Node only time is there, since the rest is used by modules that Node itself has.
 *
 * What fails gives a negative error number. Paths are addresses of texts that end with a zero byte.
 */
function absent(name: string): never {
  throw new Error(`${name} is only there in translated programs`);
}

/** `how`: 0 reads, 1 writes from the start, 2 appends; 16 more: the file must not exist. */
export function openFile(_path: number, _how: number, _mode: number): number {
  return absent("openFile");
}

export function readFile(_file: number, _address: number, _n: number): number {
  return absent("readFile");
}

export function writeFile(_file: number, _address: number, _n: number): number {
  return absent("writeFile");
}

export function closeFile(_file: number): number {
  return absent("closeFile");
}

/** 0 mkdir, 1 rmdir, 2 unlink, 3 chdir, 4 access, 5 chmod. */
export function pathAction(_action: number, _path: number, _argument: number): number {
  return absent("pathAction");
}

export function renamePath(_from: number, _to: number): number {
  return absent("renamePath");
}

/** Of the path, or of the open file where that is 0; the words are those of native/host.c. */
export function statPath(_path: number, _file: number, _follow: number, _out: number): number {
  return absent("statPath");
}

export function listFolder(_path: number): number {
  return absent("listFolder");
}

/** `NAME=value`; 0 after the last. */
export function environmentText(_index: number): number {
  return absent("environmentText");
}

export function workingFolder(): number {
  return absent("workingFolder");
}

export function processNumber(_which: number): number {
  return absent("processNumber");
}

export function memoryUsed(_which: number): number {
  return absent("memoryUsed");
}

/** Milliseconds since 1970. */
export function wallClock(): number {
  return Date.now();
}

/** Minutes that local time is ahead of UTC at a time in seconds since 1970. */
export function zoneOffset(seconds: number): number {
  return -new Date(seconds * 1000).getTimezoneOffset();
}

/** The text as UTF-8 and a zero byte, in memory that the caller frees. */
export function encodeText(_text: string): number {
  return absent("encodeText");
}

/** How many bytes the last `encodeText` made, without the zero. */
export function encodedLength(): number {
  return absent("encodedLength");
}

/** The text of UTF-8 bytes. */
export function decodeText(_address: number, _length: number): string {
  return absent("decodeText");
}

/** The text of which each byte is a unit. */
export function latin1Text(_address: number, _length: number): string {
  return absent("latin1Text");
}

/** The bytes up to the first zero. */
export function zeroLength(_address: number): number {
  return absent("zeroLength");
}

/** Writes to standard output (1) or standard error (2). */
export function writeText(_file: number, _text: string): void {
  absent("writeText");
}
