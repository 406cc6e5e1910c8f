const limits = { low: 1, high: 10 } as const;
interface Frozen {
  readonly value: number;
}
const frozen: Frozen = { value: limits.high - limits.low };
console.log(frozen.value, limits);
