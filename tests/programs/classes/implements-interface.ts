interface Comparable<T> {
  compareTo(other: T): number;
}
class Version implements Comparable<Version> {
  constructor(
    readonly major: number,
    readonly minor: number,
  ) {}
  compareTo(other: Version): number {
    return this.major - other.major || this.minor - other.minor;
  }
}
console.log(new Version(1, 2).compareTo(new Version(1, 10)), new Version(2, 0).compareTo(new Version(1, 9)));
console.log(new Version(1, 1).compareTo(new Version(1, 1)));
