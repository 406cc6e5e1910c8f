/**
 * Richards: the kernel of an operating system, simulated. Written by Martin Richards in BCPL.
 *
 *   richards [ITERATIONS [time]]
 */
const IDLE = 0;
const WORKER = 1;
const HANDLER_A = 2;
const HANDLER_B = 3;
const DEVICE_A = 4;
const DEVICE_B = 5;

const KIND_DEVICE = 0;
const KIND_WORK = 1;

const DATA_SIZE = 4;
const IDLE_COUNT = 1000;
const EXPECTED_QUEUE_COUNT = 2322;
const EXPECTED_HOLD_COUNT = 928;

/** The states of a task are sums of these; a task that waits with a packet is ready to run. */
const STATE_RUNNING = 0;
const STATE_RUNNABLE = 1;
const STATE_SUSPENDED = 2;
const STATE_HELD = 4;
const STATE_SUSPENDED_RUNNABLE = STATE_SUSPENDED | STATE_RUNNABLE;
const STATE_NOT_HELD = ~STATE_HELD;

class Packet {
  link: Packet | null;
  id: number;
  readonly kind: number;
  datum = 0;
  readonly data: number[] = [0, 0, 0, 0];

  constructor(link: Packet | null, id: number, kind: number) {
    this.link = link;
    this.id = id;
    this.kind = kind;
  }

  /** Appends this packet to a queue and returns the queue. */
  addTo(queue: Packet | null): Packet {
    this.link = null;
    if (queue === null) return this;
    let last = queue;
    while (last.link !== null) last = last.link;
    last.link = this;
    return queue;
  }
}

abstract class Task {
  protected readonly scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    this.scheduler = scheduler;
  }

  /** Handles a packet, if there is one, and returns the task control block to run next. */
  abstract run(packet: Packet | null): TaskControlBlock | null;
}

class TaskControlBlock {
  readonly link: TaskControlBlock | null;
  readonly id: number;
  readonly priority: number;
  private queue: Packet | null;
  private readonly task: Task;
  private state: number;

  constructor(link: TaskControlBlock | null, id: number, priority: number, queue: Packet | null, task: Task) {
    this.link = link;
    this.id = id;
    this.priority = priority;
    this.queue = queue;
    this.task = task;
    this.state = queue === null ? STATE_SUSPENDED : STATE_SUSPENDED_RUNNABLE;
  }

  setRunning(): void {
    this.state = STATE_RUNNING;
  }

  markAsNotHeld(): void {
    this.state = this.state & STATE_NOT_HELD;
  }

  markAsHeld(): void {
    this.state = this.state | STATE_HELD;
  }

  isHeldOrSuspended(): boolean {
    return (this.state & STATE_HELD) !== 0 || this.state === STATE_SUSPENDED;
  }

  markAsSuspended(): void {
    this.state = this.state | STATE_SUSPENDED;
  }

  markAsRunnable(): void {
    this.state = this.state | STATE_RUNNABLE;
  }

  /** Runs the task with the first packet of its queue, if it waits for one. */
  run(): TaskControlBlock | null {
    let packet: Packet | null = null;
    if (this.state === STATE_SUSPENDED_RUNNABLE) {
      packet = this.queue;
      if (packet === null) throw new Error("a task was made runnable without a packet");
      this.queue = packet.link;
      this.state = this.queue === null ? STATE_RUNNING : STATE_RUNNABLE;
    }
    return this.task.run(packet);
  }

  /** Queues a packet; returns the task that has to run now: the one with the higher priority. */
  checkPriorityAdd(task: TaskControlBlock, packet: Packet): TaskControlBlock {
    if (this.queue === null) {
      this.queue = packet;
      this.markAsRunnable();
      if (this.priority > task.priority) return this;
    } else {
      this.queue = packet.addTo(this.queue);
    }
    return task;
  }
}

class Scheduler {
  queueCount = 0;
  holdCount = 0;
  private readonly blocks: (TaskControlBlock | null)[] = [null, null, null, null, null, null];
  private list: TaskControlBlock | null = null;
  private current: TaskControlBlock | null = null;
  private currentId = 0;

  addIdleTask(id: number, priority: number, queue: Packet | null, count: number): void {
    this.addRunningTask(id, priority, queue, new IdleTask(this, 1, count));
  }

  addWorkerTask(id: number, priority: number, queue: Packet | null): void {
    this.addTask(id, priority, queue, new WorkerTask(this, HANDLER_A, 0));
  }

  addHandlerTask(id: number, priority: number, queue: Packet | null): void {
    this.addTask(id, priority, queue, new HandlerTask(this));
  }

  addDeviceTask(id: number, priority: number, queue: Packet | null): void {
    this.addTask(id, priority, queue, new DeviceTask(this));
  }

  schedule(): void {
    this.current = this.list;
    while (this.current !== null) {
      if (this.current.isHeldOrSuspended()) {
        this.current = this.current.link;
      } else {
        this.currentId = this.current.id;
        this.current = this.current.run();
      }
    }
  }

  release(id: number): TaskControlBlock | null {
    const task = this.blocks[id] ?? null;
    if (task === null) return null;
    task.markAsNotHeld();
    return task.priority > this.running().priority ? task : this.running();
  }

  holdCurrent(): TaskControlBlock | null {
    this.holdCount++;
    const current = this.running();
    current.markAsHeld();
    return current.link;
  }

  suspendCurrent(): TaskControlBlock {
    const current = this.running();
    current.markAsSuspended();
    return current;
  }

  queue(packet: Packet): TaskControlBlock | null {
    const task = this.blocks[packet.id] ?? null;
    if (task === null) return null;
    this.queueCount++;
    packet.link = null;
    packet.id = this.currentId;
    return task.checkPriorityAdd(this.running(), packet);
  }

  private running(): TaskControlBlock {
    if (this.current === null) throw new Error("no task is running");
    return this.current;
  }

  private addRunningTask(id: number, priority: number, queue: Packet | null, task: Task): void {
    this.addTask(id, priority, queue, task).setRunning();
  }

  private addTask(id: number, priority: number, queue: Packet | null, task: Task): TaskControlBlock {
    const block = new TaskControlBlock(this.list, id, priority, queue, task);
    this.list = block;
    this.blocks[id] = block;
    return block;
  }
}

/** Releases one of the two devices after the other, as a shift register says. */
class IdleTask extends Task {
  private seed: number;
  private count: number;

  constructor(scheduler: Scheduler, seed: number, count: number) {
    super(scheduler);
    this.seed = seed;
    this.count = count;
  }

  override run(_packet: Packet | null): TaskControlBlock | null {
    this.count--;
    if (this.count === 0) return this.scheduler.holdCurrent();
    if ((this.seed & 1) === 0) {
      this.seed = this.seed >> 1;
      return this.scheduler.release(DEVICE_A);
    }
    this.seed = (this.seed >> 1) ^ 0xd008;
    return this.scheduler.release(DEVICE_B);
  }
}

/** Waits for a packet of its own, holds itself, and hands the packet on when it is released. */
class DeviceTask extends Task {
  private pending: Packet | null = null;

  override run(packet: Packet | null): TaskControlBlock | null {
    if (packet !== null) {
      this.pending = packet;
      return this.scheduler.holdCurrent();
    }
    if (this.pending === null) return this.scheduler.suspendCurrent();
    const pending = this.pending;
    this.pending = null;
    return this.scheduler.queue(pending);
  }
}

/** Fills packets with letters and sends them to the two handlers in turn. */
class WorkerTask extends Task {
  private destination: number;
  private letter: number;

  constructor(scheduler: Scheduler, destination: number, letter: number) {
    super(scheduler);
    this.destination = destination;
    this.letter = letter;
  }

  override run(packet: Packet | null): TaskControlBlock | null {
    if (packet === null) return this.scheduler.suspendCurrent();
    this.destination = this.destination === HANDLER_A ? HANDLER_B : HANDLER_A;
    packet.id = this.destination;
    packet.datum = 0;
    for (let i = 0; i < DATA_SIZE; i++) {
      this.letter++;
      if (this.letter > 26) this.letter = 1;
      packet.data[i] = this.letter;
    }
    return this.scheduler.queue(packet);
  }
}

/** Passes the letters of work packets, one by one, to the device packets. */
class HandlerTask extends Task {
  private workQueue: Packet | null = null;
  private deviceQueue: Packet | null = null;

  override run(packet: Packet | null): TaskControlBlock | null {
    if (packet !== null) {
      if (packet.kind === KIND_WORK) {
        this.workQueue = packet.addTo(this.workQueue);
      } else {
        this.deviceQueue = packet.addTo(this.deviceQueue);
      }
    }
    const work = this.workQueue;
    if (work === null) return this.scheduler.suspendCurrent();
    const count = work.datum;
    if (count >= DATA_SIZE) {
      this.workQueue = work.link;
      return this.scheduler.queue(work);
    }
    const device = this.deviceQueue;
    if (device === null) return this.scheduler.suspendCurrent();
    this.deviceQueue = device.link;
    device.datum = work.data[count]!;
    work.datum = count + 1;
    return this.scheduler.queue(device);
  }
}

function richards(): Scheduler {
  const scheduler = new Scheduler();
  scheduler.addIdleTask(IDLE, 0, null, IDLE_COUNT);

  let queue = new Packet(null, WORKER, KIND_WORK);
  queue = new Packet(queue, WORKER, KIND_WORK);
  scheduler.addWorkerTask(WORKER, 1000, queue);

  queue = new Packet(null, DEVICE_A, KIND_DEVICE);
  queue = new Packet(queue, DEVICE_A, KIND_DEVICE);
  queue = new Packet(queue, DEVICE_A, KIND_DEVICE);
  scheduler.addHandlerTask(HANDLER_A, 2000, queue);

  queue = new Packet(null, DEVICE_B, KIND_DEVICE);
  queue = new Packet(queue, DEVICE_B, KIND_DEVICE);
  queue = new Packet(queue, DEVICE_B, KIND_DEVICE);
  scheduler.addHandlerTask(HANDLER_B, 3000, queue);

  scheduler.addDeviceTask(DEVICE_A, 4000, null);
  scheduler.addDeviceTask(DEVICE_B, 5000, null);
  scheduler.schedule();
  return scheduler;
}

const iterations = Number(process.argv[2] ?? "10");
const start = performance.now();
let queueCount = 0;
let holdCount = 0;
for (let i = 0; i < iterations; i++) {
  const scheduler = richards();
  queueCount = scheduler.queueCount;
  holdCount = scheduler.holdCount;
  if (queueCount !== EXPECTED_QUEUE_COUNT || holdCount !== EXPECTED_HOLD_COUNT) {
    throw new Error(`wrong counts: queue ${queueCount}, hold ${holdCount}`);
  }
}
const milliseconds = performance.now() - start;
console.log(`queue count ${queueCount}, hold count ${holdCount}`);
if (process.argv[3] === "time") console.log(`${(milliseconds / iterations).toFixed(6)} ms an iteration`);
