/**
 * DeltaBlue: an incremental solver of one-way constraints between variables (Freeman-Benson, Maloney, Borning: "An
 * incremental constraint solver", CACM 33:1, 1990), over the two plans that the known benchmark solves: a chain of
 * equalities and a projection of many scaled pairs.
 *
 *   deltablue [ITERATIONS [time]]
 */

/** How much a constraint matters: the smaller the level, the stronger. */
class Strength {
  static readonly REQUIRED = new Strength(0, "required");
  static readonly STRONG_PREFERRED = new Strength(1, "strongPreferred");
  static readonly PREFERRED = new Strength(2, "preferred");
  static readonly STRONG_DEFAULT = new Strength(3, "strongDefault");
  static readonly NORMAL = new Strength(4, "normal");
  static readonly WEAK_DEFAULT = new Strength(5, "weakDefault");
  static readonly WEAKEST = new Strength(6, "weakest");

  private static readonly all = [
    Strength.REQUIRED,
    Strength.STRONG_PREFERRED,
    Strength.PREFERRED,
    Strength.STRONG_DEFAULT,
    Strength.NORMAL,
    Strength.WEAK_DEFAULT,
    Strength.WEAKEST,
  ];

  readonly level: number;
  readonly name: string;

  private constructor(level: number, name: string) {
    this.level = level;
    this.name = name;
  }

  isStrongerThan(other: Strength): boolean {
    return this.level < other.level;
  }

  isWeakerThan(other: Strength): boolean {
    return this.level > other.level;
  }

  weakest(other: Strength): Strength {
    return this.isWeakerThan(other) ? this : other;
  }

  nextWeaker(): Strength {
    return Strength.all[this.level + 1] ?? Strength.WEAKEST;
  }
}

class Variable {
  value: number;
  readonly name: string;
  readonly constraints: Constraint[] = [];
  determinedBy: Constraint | null = null;
  mark = 0;
  walkStrength = Strength.WEAKEST;
  stay = true;

  constructor(name: string, value: number) {
    this.name = name;
    this.value = value;
  }

  add(constraint: Constraint): void {
    this.constraints.push(constraint);
  }

  remove(constraint: Constraint): void {
    const place = this.constraints.indexOf(constraint);
    if (place >= 0) this.constraints.splice(place, 1);
    if (this.determinedBy === constraint) this.determinedBy = null;
  }
}

abstract class Constraint {
  readonly strength: Strength;

  constructor(strength: Strength) {
    this.strength = strength;
  }

  abstract isSatisfied(): boolean;
  abstract markUnsatisfied(): void;
  abstract addToGraph(): void;
  abstract removeFromGraph(): void;
  /** Decides whether, and in which direction, this constraint can be enforced now. */
  abstract chooseMethod(mark: number): void;
  abstract markInputs(mark: number): void;
  abstract inputsKnown(mark: number): boolean;
  abstract output(): Variable;
  abstract execute(): void;
  abstract recalculate(): void;

  isInput(): boolean {
    return false;
  }

  /** Activates this constraint in the planner's graph and enforces it if that is possible. */
  enable(planner: Planner): void {
    this.addToGraph();
    planner.incrementalAdd(this);
  }

  disable(planner: Planner): void {
    if (this.isSatisfied()) planner.incrementalRemove(this);
    else this.removeFromGraph();
  }

  /** Enforces this constraint; returns the one it displaced, if any. */
  satisfy(mark: number, planner: Planner): Constraint | null {
    this.chooseMethod(mark);
    if (!this.isSatisfied()) {
      if (this.strength === Strength.REQUIRED) throw new Error("could not satisfy a required constraint");
      return null;
    }
    this.markInputs(mark);
    const output = this.output();
    const overridden = output.determinedBy;
    overridden?.markUnsatisfied();
    output.determinedBy = this;
    if (!planner.addPropagate(this, mark)) throw new Error("a cycle of constraints");
    output.mark = mark;
    return overridden;
  }
}

/** A constraint on one variable. */
abstract class UnaryConstraint extends Constraint {
  protected readonly target: Variable;
  private satisfied = false;

  constructor(target: Variable, strength: Strength) {
    super(strength);
    this.target = target;
  }

  override addToGraph(): void {
    this.target.add(this);
    this.satisfied = false;
  }

  override removeFromGraph(): void {
    this.target.remove(this);
    this.satisfied = false;
  }

  override chooseMethod(mark: number): void {
    this.satisfied = this.target.mark !== mark && this.strength.isStrongerThan(this.target.walkStrength);
  }

  override isSatisfied(): boolean {
    return this.satisfied;
  }

  override markUnsatisfied(): void {
    this.satisfied = false;
  }

  override markInputs(_mark: number): void {}

  override inputsKnown(_mark: number): boolean {
    return true;
  }

  override output(): Variable {
    return this.target;
  }

  override recalculate(): void {
    this.target.walkStrength = this.strength;
    this.target.stay = !this.isInput();
    if (this.target.stay) this.execute();
  }
}

/** Wishes that its variable keeps its value. */
class StayConstraint extends UnaryConstraint {
  override execute(): void {}
}

/** Marks its variable as one that the program sets. */
class EditConstraint extends UnaryConstraint {
  override isInput(): boolean {
    return true;
  }

  override execute(): void {}
}

const Direction = { None: 0, Forward: 1, Backward: -1 } as const;
type Direction = (typeof Direction)[keyof typeof Direction];

/** A constraint between two variables that can be enforced either way. */
abstract class BinaryConstraint extends Constraint {
  protected readonly first: Variable;
  protected readonly second: Variable;
  protected direction: Direction = Direction.None;

  constructor(first: Variable, second: Variable, strength: Strength) {
    super(strength);
    this.first = first;
    this.second = second;
  }

  override chooseMethod(mark: number): void {
    if (this.first.mark === mark) {
      this.direction =
        this.second.mark !== mark && this.strength.isStrongerThan(this.second.walkStrength)
          ? Direction.Forward
          : Direction.None;
    } else if (this.second.mark === mark) {
      this.direction = this.strength.isStrongerThan(this.first.walkStrength) ? Direction.Backward : Direction.None;
    } else if (this.first.walkStrength.isWeakerThan(this.second.walkStrength)) {
      this.direction = this.strength.isStrongerThan(this.first.walkStrength) ? Direction.Backward : Direction.None;
    } else {
      this.direction = this.strength.isStrongerThan(this.second.walkStrength) ? Direction.Forward : Direction.Backward;
    }
  }

  override addToGraph(): void {
    this.first.add(this);
    this.second.add(this);
    this.direction = Direction.None;
  }

  override removeFromGraph(): void {
    this.first.remove(this);
    this.second.remove(this);
    this.direction = Direction.None;
  }

  override isSatisfied(): boolean {
    return this.direction !== Direction.None;
  }

  override markUnsatisfied(): void {
    this.direction = Direction.None;
  }

  override markInputs(mark: number): void {
    this.input().mark = mark;
  }

  override inputsKnown(mark: number): boolean {
    const input = this.input();
    return input.mark === mark || input.stay || input.determinedBy === null;
  }

  input(): Variable {
    return this.direction === Direction.Forward ? this.first : this.second;
  }

  override output(): Variable {
    return this.direction === Direction.Forward ? this.second : this.first;
  }

  override recalculate(): void {
    const input = this.input();
    const output = this.output();
    output.walkStrength = this.strength.weakest(input.walkStrength);
    output.stay = input.stay;
    if (output.stay) this.execute();
  }
}

class EqualityConstraint extends BinaryConstraint {
  override execute(): void {
    this.output().value = this.input().value;
  }
}

/** second = first * scale + offset; scale and offset are variables too. */
class ScaleConstraint extends BinaryConstraint {
  private readonly scale: Variable;
  private readonly offset: Variable;

  constructor(source: Variable, scale: Variable, offset: Variable, target: Variable, strength: Strength) {
    super(source, target, strength);
    this.scale = scale;
    this.offset = offset;
  }

  override addToGraph(): void {
    super.addToGraph();
    this.scale.add(this);
    this.offset.add(this);
  }

  override removeFromGraph(): void {
    super.removeFromGraph();
    this.scale.remove(this);
    this.offset.remove(this);
  }

  override markInputs(mark: number): void {
    super.markInputs(mark);
    this.scale.mark = mark;
    this.offset.mark = mark;
  }

  override execute(): void {
    if (this.direction === Direction.Forward)
      this.second.value = this.first.value * this.scale.value + this.offset.value;
    else this.first.value = Math.trunc((this.second.value - this.offset.value) / this.scale.value);
  }

  override recalculate(): void {
    const input = this.input();
    const output = this.output();
    output.walkStrength = this.strength.weakest(input.walkStrength);
    output.stay = input.stay && this.scale.stay && this.offset.stay;
    if (output.stay) this.execute();
  }
}

/** Constraints in the order in which they are to be executed. */
class Plan {
  private readonly steps: Constraint[] = [];

  add(constraint: Constraint): void {
    this.steps.push(constraint);
  }

  execute(): void {
    for (const step of this.steps) step.execute();
  }
}

class Planner {
  private currentMark = 0;

  private newMark(): number {
    return ++this.currentMark;
  }

  incrementalAdd(constraint: Constraint): void {
    const mark = this.newMark();
    let overridden = constraint.satisfy(mark, this);
    while (overridden !== null) overridden = overridden.satisfy(mark, this);
  }

  incrementalRemove(constraint: Constraint): void {
    const output = constraint.output();
    constraint.markUnsatisfied();
    constraint.removeFromGraph();
    const unsatisfied = this.removePropagateFrom(output);
    for (let strength = Strength.REQUIRED; ; strength = strength.nextWeaker()) {
      for (const one of unsatisfied) if (one.strength === strength) this.incrementalAdd(one);
      if (strength === Strength.WEAKEST) return;
    }
  }

  /** Tells everything downstream of a new constraint; false if that comes back to the constraint itself. */
  addPropagate(constraint: Constraint, mark: number): boolean {
    const todo = [constraint];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (next.output().mark === mark) {
        this.incrementalRemove(constraint);
        return false;
      }
      next.recalculate();
      this.addConsumers(next.output(), todo);
    }
    return true;
  }

  extractPlan(constraints: readonly Constraint[]): Plan {
    return this.makePlan(constraints.filter((one) => one.isInput() && one.isSatisfied()));
  }

  private makePlan(todo: Constraint[]): Plan {
    const mark = this.newMark();
    const plan = new Plan();
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (next.output().mark === mark || !next.inputsKnown(mark)) continue;
      plan.add(next);
      next.output().mark = mark;
      this.addConsumers(next.output(), todo);
    }
    return plan;
  }

  /** Sets everything downstream of `output` free; the constraints that could now be enforced again, unordered. */
  private removePropagateFrom(output: Variable): Constraint[] {
    output.determinedBy = null;
    output.walkStrength = Strength.WEAKEST;
    output.stay = true;
    const unsatisfied: Constraint[] = [];
    const todo = [output];
    for (let variable = todo.pop(); variable !== undefined; variable = todo.pop()) {
      for (const constraint of variable.constraints) if (!constraint.isSatisfied()) unsatisfied.push(constraint);
      for (const next of variable.constraints) {
        if (next === variable.determinedBy || !next.isSatisfied()) continue;
        next.recalculate();
        todo.push(next.output());
      }
    }
    return unsatisfied;
  }

  private addConsumers(variable: Variable, into: Constraint[]): void {
    for (const constraint of variable.constraints)
      if (constraint !== variable.determinedBy && constraint.isSatisfied()) into.push(constraint);
  }
}

function check(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`);
}

/** A long chain of equalities: an edit at its head must reach its end. */
function chainTest(length: number): number {
  const planner = new Planner();
  const variables = Array.from({ length: length + 1 }, (_, i) => new Variable(`v${i}`, 0));
  for (let i = 0; i < length; i++)
    new EqualityConstraint(variables[i]!, variables[i + 1]!, Strength.REQUIRED).enable(planner);
  const first = variables[0]!;
  const last = variables[length]!;
  new StayConstraint(last, Strength.STRONG_DEFAULT).enable(planner);
  const edit = new EditConstraint(first, Strength.PREFERRED);
  edit.enable(planner);
  const plan = planner.extractPlan([edit]);
  for (let i = 0; i < 100; i++) {
    first.value = i;
    plan.execute();
    check("chain", last.value, i);
  }
  edit.disable(planner);
  return last.value;
}

function change(planner: Planner, variable: Variable, value: number): void {
  const edit = new EditConstraint(variable, Strength.PREFERRED);
  edit.enable(planner);
  const plan = planner.extractPlan([edit]);
  for (let i = 0; i < 10; i++) {
    variable.value = value;
    plan.execute();
  }
  edit.disable(planner);
}

/** Many pairs that share one scale and one offset: a change of either must reach all of them. */
function projectionTest(pairs: number): number {
  const planner = new Planner();
  const scale = new Variable("scale", 10);
  const offset = new Variable("offset", 1000);
  const sources: Variable[] = [];
  const targets: Variable[] = [];
  for (let i = 0; i < pairs; i++) {
    const source = new Variable(`source${i}`, i);
    const target = new Variable(`target${i}`, i);
    sources.push(source);
    targets.push(target);
    new StayConstraint(source, Strength.NORMAL).enable(planner);
    new ScaleConstraint(source, scale, offset, target, Strength.REQUIRED).enable(planner);
  }
  const source = sources[pairs - 1]!;
  const target = targets[pairs - 1]!;
  change(planner, source, 17);
  check("projection forward", target.value, 1170);
  change(planner, target, 1050);
  check("projection backward", source.value, 5);
  change(planner, scale, 5);
  for (let i = 0; i < pairs - 1; i++) check("scale", targets[i]!.value, i * 5 + 1000);
  change(planner, offset, 2000);
  let sum = 0;
  for (let i = 0; i < pairs - 1; i++) {
    check("offset", targets[i]!.value, i * 5 + 2000);
    sum += targets[i]!.value;
  }
  return sum;
}

const iterations = Number(process.argv[2] ?? 10);
const start = performance.now();
let chain = 0;
let projection = 0;
for (let i = 0; i < iterations; i++) {
  chain = chainTest(100);
  projection = projectionTest(100);
}
const milliseconds = performance.now() - start;
console.log(`chain ends at ${chain}, projection sums to ${projection}`);
if (process.argv[3] === "time") console.log(`${(milliseconds / iterations).toFixed(6)} ms an iteration`);
