/**
 * CD: a detector of collisions between simulated aircraft, after the benchmark of Kalibera, Hagelberg, Pizlo, Plsek,
 * Titzer and Vitek ("CDx: a family of real-time Java benchmarks", JTRES 2009): for each frame of radar data, motions are
 * sorted into voxels of the plane, and pairs that share a voxel are tested exactly.
 *
 *   cd [AIRCRAFT [time]]
 */
const MIN_X = 0;
const MIN_Y = 0;
const GOOD_VOXEL_SIZE = 2;
const PROXIMITY_RADIUS = 1;
const FRAMES = 20;

class Vector2 {
  readonly x: number;
  readonly y: number;

  constructor(x: number, y: number) {
    this.x = x;
    this.y = y;
  }

  plus(other: Vector2): Vector2 {
    return new Vector2(this.x + other.x, this.y + other.y);
  }
}

class Vector3 {
  readonly x: number;
  readonly y: number;
  readonly z: number;

  constructor(x: number, y: number, z: number) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(other: Vector3): Vector3 {
    return new Vector3(this.x + other.x, this.y + other.y, this.z + other.z);
  }

  minus(other: Vector3): Vector3 {
    return new Vector3(this.x - other.x, this.y - other.y, this.z - other.z);
  }

  times(factor: number): Vector3 {
    return new Vector3(this.x * factor, this.y * factor, this.z * factor);
  }

  dot(other: Vector3): number {
    return this.x * other.x + this.y * other.y + this.z * other.z;
  }

  get squaredMagnitude(): number {
    return this.dot(this);
  }

  get magnitude(): number {
    return Math.sqrt(this.squaredMagnitude);
  }
}

class Aircraft {
  readonly callSign: string;
  readonly position: Vector3;

  constructor(callSign: string, position: Vector3) {
    this.callSign = callSign;
    this.position = position;
  }
}

class Collision {
  readonly first: string;
  readonly second: string;
  readonly position: Vector3;

  constructor(first: string, second: string, position: Vector3) {
    this.first = first;
    this.second = second;
    this.position = position;
  }
}

/** Where an aircraft was in the last frame and where it is now. */
class Motion {
  readonly callSign: string;
  readonly from: Vector3;
  readonly to: Vector3;

  constructor(callSign: string, from: Vector3, to: Vector3) {
    this.callSign = callSign;
    this.from = from;
    this.to = to;
  }

  delta(): Vector3 {
    return this.to.minus(this.from);
  }

  /** The first place where two motions come nearer than the proximity radius, or null. */
  findIntersection(other: Motion): Vector3 | null {
    const own = this.delta();
    const others = other.delta();
    const radius = PROXIMITY_RADIUS;
    // The squared distance at time t is a t² + b t + c, minus the squared radius.
    const relative = others.minus(own);
    const apart = this.from.minus(other.from);
    const a = relative.squaredMagnitude;
    if (a === 0) {
      if (apart.magnitude > radius) return null;
      return this.from.plus(other.from).times(0.5);
    }
    const b = -2 * apart.dot(relative);
    const c = apart.squaredMagnitude - radius * radius;
    const discriminant = b * b - 4 * a * c;
    if (discriminant < 0) return null;
    const enters = (-b - Math.sqrt(discriminant)) / (2 * a);
    const leaves = (-b + Math.sqrt(discriminant)) / (2 * a);
    if (enters > leaves || leaves < 0 || enters > 1) return null;
    const time = Math.max(0, enters);
    const here = this.from.plus(own.times(time));
    const there = other.from.plus(others.times(time));
    const middle = here.plus(there).times(0.5);
    return Number.isFinite(middle.x) ? middle : null;
  }
}

/** The aircraft of a frame of radar data: pairs fly in circles around each other. */
class Simulator {
  readonly #callSigns: string[];

  constructor(count: number) {
    this.#callSigns = Array.from({ length: count }, (_, i) => `foo${i}`);
  }

  frame(time: number): Aircraft[] {
    const aircraft: Aircraft[] = [];
    for (let i = 0; i < this.#callSigns.length; i += 2) {
      const circle = new Vector3(time, Math.cos(time) * 2 + i * 3, 10);
      const line = new Vector3(time, Math.sin(time) * 2 + i * 3, 10);
      aircraft.push(new Aircraft(this.#callSigns[i]!, circle));
      const partner = this.#callSigns[i + 1];
      if (partner !== undefined) aircraft.push(new Aircraft(partner, line));
    }
    return aircraft;
  }
}

const HORIZONTAL = new Vector2(GOOD_VOXEL_SIZE, 0);
const VERTICAL = new Vector2(0, GOOD_VOXEL_SIZE);

function voxelKey(voxel: Vector2): string {
  return `${voxel.x}/${voxel.y}`;
}

class VoxelMap {
  readonly #voxels = new Map<string, Motion[]>();

  add(motion: Motion): void {
    this.#addFrom(VoxelMap.#voxelOf(motion.from), motion, new Set());
  }

  /** The motions of each voxel that holds more than one. */
  *crowded(): Generator<Motion[]> {
    for (const motions of this.#voxels.values()) if (motions.length > 1) yield motions;
  }

  static #voxelOf({ x, y }: Vector3): Vector2 {
    return new Vector2(
      GOOD_VOXEL_SIZE * Math.floor(x / GOOD_VOXEL_SIZE),
      GOOD_VOXEL_SIZE * Math.floor(y / GOOD_VOXEL_SIZE),
    );
  }

  #addFrom(voxel: Vector2, motion: Motion, seen: Set<string>): void {
    const key = voxelKey(voxel);
    if (seen.has(key) || !VoxelMap.#touches(voxel, motion)) return;
    seen.add(key);
    const motions = this.#voxels.get(key);
    if (motions === undefined) this.#voxels.set(key, [motion]);
    else motions.push(motion);
    for (const [sideways, up] of [[-1, 0], [1, 0], [0, -1], [0, 1], [-1, -1], [-1, 1], [1, -1], [1, 1]] as const) {
      const step = new Vector2(
        sideways * HORIZONTAL.x + up * VERTICAL.x,
        sideways * HORIZONTAL.y + up * VERTICAL.y,
      );
      this.#addFrom(voxel.plus(step), motion, seen);
    }
  }

  /** Whether the segment of a motion, widened by the proximity radius, meets a voxel. */
  static #touches(voxel: Vector2, { from, to }: Motion): boolean {
    const margin = PROXIMITY_RADIUS / 2;
    const x = VoxelMap.#interval(from.x, to.x, voxel.x - margin, voxel.x + GOOD_VOXEL_SIZE + margin);
    const y = VoxelMap.#interval(from.y, to.y, voxel.y - margin, voxel.y + GOOD_VOXEL_SIZE + margin);
    if (voxel.x < MIN_X - GOOD_VOXEL_SIZE || voxel.y < MIN_Y - 2 * GOOD_VOXEL_SIZE) return false;
    return x !== null && y !== null && Math.max(x[0], y[0], 0) <= Math.min(x[1], y[1], 1);
  }

  /** The times between which from + t (to - from) lies in [low, high]. */
  static #interval(from: number, to: number, low: number, high: number): readonly [number, number] | null {
    const speed = to - from;
    if (speed === 0) return low <= from && from <= high ? [0, 1] : null;
    const a = (low - from) / speed;
    const b = (high - from) / speed;
    return a < b ? [a, b] : [b, a];
  }
}

class CollisionDetector {
  #positions = new Map<string, Vector3>();

  handleFrame(frame: readonly Aircraft[]): Collision[] {
    const motions = this.#motionsSince(frame);
    const voxels = new VoxelMap();
    for (const motion of motions) voxels.add(motion);
    const collisions: Collision[] = [];
    const told = new Set<string>();
    for (const crowd of voxels.crowded()) {
      for (const [i, one] of crowd.entries()) {
        for (const two of crowd.slice(i + 1)) {
          const place = one.findIntersection(two);
          if (place === null) continue;
          const pair = [one.callSign, two.callSign].sort().join("-");
          if (told.has(pair)) continue;
          told.add(pair);
          collisions.push(new Collision(one.callSign, two.callSign, place));
        }
      }
    }
    return collisions;
  }

  /** Motions since the last frame; an aircraft that just appeared stands still, one that is gone is forgotten. */
  #motionsSince(frame: readonly Aircraft[]): Motion[] {
    const positions = new Map<string, Vector3>();
    const motions = frame.map(({ callSign, position }) => {
      positions.set(callSign, position);
      return new Motion(callSign, this.#positions.get(callSign) ?? position, position);
    });
    this.#positions = positions;
    return motions;
  }
}

function main(aircraft: number): void {
  const simulator = new Simulator(aircraft);
  const detector = new CollisionDetector();
  let total = 0;
  let checksum = 0.0;
  for (let i = 0; i < FRAMES; i++) {
    for (const { position } of detector.handleFrame(simulator.frame(i / 10))) {
      total++;
      checksum += position.x + position.y;
    }
  }
  console.log(`${total} collisions of ${aircraft} aircraft in ${FRAMES} frames, checksum ${checksum.toFixed(6)}`);
}

const start = performance.now();
main(Number(process.argv[2] ?? 100));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
