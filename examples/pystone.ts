/**
 * Reinhold Weicker's Dhrystone by way of Guido van Rossum's pystone: records, globals, strings, small arrays and many
 * small procedures. It does nothing useful.
 *
 *   pystone [LOOPS] [time]
 */

const IDENT_1 = 1;
const IDENT_2 = 2;
const IDENT_3 = 3;
const IDENT_4 = 4;
const IDENT_5 = 5;

class PstoneRecord {
  constructor(
    public pointer: PstoneRecord | null,
    public discriminant: number,
    public component: number,
    public integer: number,
    public text: string,
  ) {}

  copy(): PstoneRecord {
    return new PstoneRecord(this.pointer, this.discriminant, this.component, this.integer, this.text);
  }
}

let integerGlobal = 0;
let booleanGlobal = false;
let character1Global = "\0";
let character2Global = "\0";
const array1Global: number[] = new Array<number>(51).fill(0);
const array2Global: number[][] = array1Global.map(() => new Array<number>(51).fill(0));
let recordGlobal: PstoneRecord | null = null;
let nextGlobal: PstoneRecord | null = null;

function known(one: PstoneRecord | null): PstoneRecord {
  if (one === null) throw new Error("a record is missing");
  return one;
}

function procedure0(loops: number): void {
  nextGlobal = new PstoneRecord(null, IDENT_1, IDENT_3, 40, "DHRYSTONE PROGRAM, SOME STRING");
  recordGlobal = new PstoneRecord(nextGlobal, IDENT_1, IDENT_3, 40, "DHRYSTONE PROGRAM, SOME STRING");
  const text1 = "DHRYSTONE PROGRAM, 1'ST STRING";
  array2Global[8]![7] = 10;

  for (let i = 0; i < loops; i++) {
    procedure5();
    procedure4();
    let integer1 = 2;
    let integer2 = 3;
    let integer3 = 0;
    const text2 = "DHRYSTONE PROGRAM, 2'ND STRING";
    let enumeration = IDENT_2;
    booleanGlobal = !function2(text1, text2);
    while (integer1 < integer2) {
      integer3 = 5 * integer1 - integer2;
      integer3 = procedure7(integer1, integer2);
      integer1++;
    }
    procedure8(array1Global, array2Global, integer1, integer3);
    recordGlobal = procedure1(known(recordGlobal));
    for (let code = 65; code <= character2Global.charCodeAt(0); code++) {
      if (enumeration === function1(String.fromCharCode(code), "C")) enumeration = procedure6(IDENT_1);
    }
    integer3 = integer2 * integer1;
    integer2 = Math.floor(integer3 / integer1);
    integer2 = 7 * (integer3 - integer2) - integer1;
    integer1 = procedure2(integer1);
  }
}

function procedure1(record: PstoneRecord): PstoneRecord {
  const next = known(recordGlobal).copy();
  record.pointer = next;
  record.integer = 5;
  next.integer = record.integer;
  next.pointer = record.pointer;
  next.pointer = procedure3(next.pointer);
  if (next.discriminant === IDENT_1) {
    next.integer = 6;
    next.component = procedure6(record.component);
    next.pointer = known(recordGlobal).pointer;
    next.integer = procedure7(next.integer, 10);
    return record;
  }
  return next.copy();
}

function procedure2(start: number): number {
  let integer = start + 10;
  let enumeration = 0;
  for (;;) {
    if (character1Global === "A") {
      integer--;
      integer -= integerGlobal;
      enumeration = IDENT_1;
    }
    if (enumeration === IDENT_1) return integer;
  }
}

function procedure3(pointer: PstoneRecord | null): PstoneRecord | null {
  let result = pointer;
  if (recordGlobal !== null) result = recordGlobal.pointer;
  else integerGlobal = 100;
  known(recordGlobal).integer = procedure7(10, integerGlobal);
  return result;
}

function procedure4(): void {
  let flag = character1Global === "A";
  flag = flag || booleanGlobal;
  character2Global = flag ? "B" : "B";
}

function procedure5(): void {
  character1Global = "A";
  booleanGlobal = false;
}

function procedure6(enumeration: number): number {
  let result = enumeration;
  if (!function3(enumeration)) result = IDENT_4;
  if (enumeration === IDENT_1) result = IDENT_1;
  else if (enumeration === IDENT_2) result = integerGlobal > 100 ? IDENT_1 : IDENT_4;
  else if (enumeration === IDENT_3) result = IDENT_2;
  else if (enumeration === IDENT_5) result = IDENT_3;
  return result;
}

function procedure7(a: number, b: number): number {
  return a + 2 + b;
}

function procedure8(array1: number[], array2: number[][], integer1: number, integer2: number): void {
  const at = integer1 + 5;
  array1[at] = integer2;
  array1[at + 1] = array1[at]!;
  array1[at + 30] = at;
  const row = array2[at]!;
  for (let index = at; index < at + 2; index++) row[index] = at;
  row[at - 1] = row[at - 1]! + 1;
  array2[at + 20]![at] = array1[at]!;
  integerGlobal = 5;
}

function function1(character1: string, character2: string): number {
  return character1 !== character2 ? IDENT_1 : IDENT_2;
}

function function2(text1: string, text2: string): boolean {
  let at = 1;
  let character = "";
  while (at <= 1) {
    if (function1(text1.charAt(at), text2.charAt(at + 1)) === IDENT_1) {
      character = "A";
      at++;
    }
  }
  if (character >= "W" && character <= "Z") at = 7;
  if (character === "X") return true;
  if (text1 > text2) {
    at += 7;
    return true;
  }
  return false;
}

function function3(enumeration: number): boolean {
  return enumeration === IDENT_3;
}

const loops = Number(process.argv[2] ?? "50000");
const start = performance.now();
procedure0(loops);
const seconds = (performance.now() - start) / 1000;
const record = known(recordGlobal);
console.log(integerGlobal, booleanGlobal, character1Global, character2Global, array1Global[8], record.integer);
console.log(array2Global[8]![7], known(record.pointer).integer, known(record.pointer).component, record.text);
if (process.argv[3] === "time") console.log(`${seconds.toFixed(6)} s`);
