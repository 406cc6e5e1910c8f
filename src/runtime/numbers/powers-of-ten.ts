import type { float } from "../../memory/value-primitives.ts";
import { DoubleDouble, powerOfTwo } from "./double-double.ts";

/** The powers of ten that are exact doubles. */
export const exactPowers: float[] = [
  1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
  1e19, 1e20, 1e21, 1e22,
];

// Row r holds 10^(22 r - 352) / 2^floor(log2 of it), a value in [1, 2), as the sum of a high and a low
// double. 32 rows reach from 10^-352 to 10^351; they take less time to compute than to load from a disk, so
// no table is linked into the program.
const rowStep = 22;
const rowBias = 352;
const middleRow = 16;
const rowCount = 32;
const rowHigh: float[] = [];
const rowLow: float[] = [];

/** floor(log10(2^exponent)), for |exponent| up to 1700. */
export function floorLog10OfPowerOfTwo(exponent: number): number {
  return Math.imul(exponent, 315653) >> 20;
}

/** floor(log2(10^exponent)), for |exponent| up to 1233. */
export function floorLog2OfPowerOfTen(exponent: number): number {
  return Math.imul(exponent, 1741647) >> 19;
}

/**
 * Multiplies `value` by 10^power / 2^e and returns e; power from -352 to 351. The factor is from 1 to 2e21,
 * and its relative error is below 2^-98: at most 16 rounded steps to the row, then two more.
 */
export function multiplyByPowerOfTen(value: DoubleDouble, power: number): number {
  if (rowHigh.length === 0) {
    computeRows();
  }
  const row = Math.floor((power + rowBias) / rowStep);
  const rowPower = row * rowStep - rowBias;
  value.multiply(exactPowers[power - rowPower]!);
  value.multiplySum(rowHigh[row]!, rowLow[row]!);
  return floorLog2OfPowerOfTen(rowPower);
}

function computeRows(): void {
  for (let i = 0; i < rowCount; i++) {
    rowHigh.push(1.0);
    rowLow.push(0.0);
  }
  const power = new DoubleDouble();
  power.high = 1.0;
  for (let row = middleRow + 1; row < rowCount; row++) {
    power.multiply(1e22);
    storeRow(row, power, floorLog2OfPowerOfTen((row - middleRow - 1) * rowStep));
  }
  power.high = 1.0;
  power.low = 0.0;
  for (let row = middleRow - 1; row >= 0; row--) {
    power.divide(1e22);
    storeRow(row, power, floorLog2OfPowerOfTen((row - middleRow + 1) * rowStep));
  }
}

function storeRow(row: number, power: DoubleDouble, previousExponent: number): void {
  power.scale(powerOfTwo(previousExponent - floorLog2OfPowerOfTen((row - middleRow) * rowStep)));
  rowHigh[row] = power.high;
  rowLow[row] = power.low;
}
