/**
 * The n-body simulation of the Computer Language Benchmarks Game: the sun and the four outer planets.
 *
 *   nbody [STEPS [time]]
 */
const SOLAR_MASS = 4 * Math.PI * Math.PI;
const DAYS_PER_YEAR = 365.24;

class Body {
  x: number;
  y: number;
  z: number;
  vx: number;
  vy: number;
  vz: number;
  readonly mass: number;

  constructor(x: number, y: number, z: number, vx: number, vy: number, vz: number, mass: number) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * DAYS_PER_YEAR;
    this.vy = vy * DAYS_PER_YEAR;
    this.vz = vz * DAYS_PER_YEAR;
    this.mass = mass * SOLAR_MASS;
  }
}

function sun(): Body {
  return new Body(0, 0, 0, 0, 0, 0, 1);
}

function jupiter(): Body {
  return new Body(
    4.84143144246472090, -1.16032004402742839, -1.03622044471123109e-1,
    1.66007664274403694e-3, 7.69901118419740425e-3, -6.90460016972063023e-5,
    9.54791938424326609e-4,
  );
}

function saturn(): Body {
  return new Body(
    8.34336671824457987, 4.12479856412430479, -4.03523417114321381e-1,
    -2.76742510726411510e-3, 4.99852801234917238e-3, 2.30417297573763929e-5,
    2.85885980666130812e-4,
  );
}

function uranus(): Body {
  return new Body(
    1.28943695621391310e1, -1.51111514016986312e1, -2.23307578892655734e-1,
    2.96460137564761618e-3, 2.37847173959480950e-3, -2.96589568540237556e-5,
    4.36624404335156298e-5,
  );
}

function neptune(): Body {
  return new Body(
    1.53796971148509165e1, -2.59193146099879641e1, 1.79258772950371181e-1,
    2.68067772490389322e-3, 1.62824170038242295e-3, -9.51592254519715870e-5,
    5.15138902046611451e-5,
  );
}

class System {
  private readonly bodies: Body[] = [sun(), jupiter(), saturn(), uranus(), neptune()];

  constructor() {
    let px = 0;
    let py = 0;
    let pz = 0;
    for (const body of this.bodies) {
      px += body.vx * body.mass;
      py += body.vy * body.mass;
      pz += body.vz * body.mass;
    }
    const center = this.bodies[0]!;
    center.vx = -px / SOLAR_MASS;
    center.vy = -py / SOLAR_MASS;
    center.vz = -pz / SOLAR_MASS;
  }

  advance(dt: number): void {
    const bodies = this.bodies;
    const count = bodies.length;
    for (let i = 0; i < count; i++) {
      const a = bodies[i]!;
      for (let j = i + 1; j < count; j++) {
        const b = bodies[j]!;
        const dx = a.x - b.x;
        const dy = a.y - b.y;
        const dz = a.z - b.z;
        const distance2 = dx * dx + dy * dy + dz * dz;
        const magnitude = dt / (distance2 * Math.sqrt(distance2));
        a.vx -= dx * b.mass * magnitude;
        a.vy -= dy * b.mass * magnitude;
        a.vz -= dz * b.mass * magnitude;
        b.vx += dx * a.mass * magnitude;
        b.vy += dy * a.mass * magnitude;
        b.vz += dz * a.mass * magnitude;
      }
    }
    for (const body of bodies) {
      body.x += dt * body.vx;
      body.y += dt * body.vy;
      body.z += dt * body.vz;
    }
  }

  energy(): number {
    const bodies = this.bodies;
    let energy = 0;
    for (let i = 0; i < bodies.length; i++) {
      const a = bodies[i]!;
      energy += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
      for (let j = i + 1; j < bodies.length; j++) {
        const b = bodies[j]!;
        const dx = a.x - b.x;
        const dy = a.y - b.y;
        const dz = a.z - b.z;
        energy -= (a.mass * b.mass) / Math.sqrt(dx * dx + dy * dy + dz * dz);
      }
    }
    return energy;
  }
}

const steps = Number(process.argv[2] ?? "1000");
const start = performance.now();
const system = new System();
console.log(system.energy().toFixed(9));
for (let i = 0; i < steps; i++) system.advance(0.01);
console.log(system.energy().toFixed(9));
if (process.argv[3] === "time") console.log(`${((performance.now() - start) / 1000).toFixed(6)} s`);
