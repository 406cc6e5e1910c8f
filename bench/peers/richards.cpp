// examples/richards.ts as a C++ programmer would write it: virtual tasks, packets and tasks deleted with their scheduler.
//
//   g++ -O3 richards.cpp -o richards && ./richards 1000 time
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };
enum { KIND_DEVICE, KIND_WORK };
enum { STATE_RUNNING = 0, STATE_RUNNABLE = 1, STATE_SUSPENDED = 2, STATE_HELD = 4 };

constexpr int dataSize = 4;
constexpr int idleCount = 1000;
constexpr int expectedQueueCount = 2322;
constexpr int expectedHoldCount = 928;

struct Packet {
  Packet *link;
  int id;
  int kind;
  int datum = 0;
  int data[dataSize] = {};

  Packet(Packet *link, int id, int kind) : link(link), id(id), kind(kind) {}

  Packet *addTo(Packet *queue) {
    link = nullptr;
    if (!queue) return this;
    Packet *last = queue;
    while (last->link) last = last->link;
    last->link = this;
    return queue;
  }
};

struct Block;
struct Scheduler;

struct Task {
  Scheduler *scheduler;
  explicit Task(Scheduler *scheduler) : scheduler(scheduler) {}
  virtual ~Task() = default;
  virtual Block *run(Packet *packet) = 0;
};

struct Block {
  Block *link;
  int id;
  int priority;
  Packet *queue;
  std::unique_ptr<Task> task;
  int state;

  Block(Block *link, int id, int priority, Packet *queue, Task *task)
      : link(link), id(id), priority(priority), queue(queue), task(task),
        state(queue ? STATE_SUSPENDED | STATE_RUNNABLE : STATE_SUSPENDED) {}

  bool isHeldOrSuspended() const { return (state & STATE_HELD) != 0 || state == STATE_SUSPENDED; }

  Block *run() {
    Packet *packet = nullptr;
    if (state == (STATE_SUSPENDED | STATE_RUNNABLE)) {
      packet = queue;
      if (!packet) throw std::logic_error("a task was made runnable without a packet");
      queue = packet->link;
      state = queue ? STATE_RUNNABLE : STATE_RUNNING;
    }
    return task->run(packet);
  }

  Block *checkPriorityAdd(Block *other, Packet *packet) {
    if (!queue) {
      queue = packet;
      state |= STATE_RUNNABLE;
      if (priority > other->priority) return this;
    } else {
      queue = packet->addTo(queue);
    }
    return other;
  }
};

struct Scheduler {
  int queueCount = 0;
  int holdCount = 0;
  Block *blocks[TASKS] = {};
  Block *list = nullptr;
  Block *current = nullptr;
  int currentId = 0;
  std::vector<std::unique_ptr<Block>> ownBlocks;
  std::vector<std::unique_ptr<Packet>> ownPackets;

  Packet *packet(Packet *link, int id, int kind) {
    return ownPackets.emplace_back(std::make_unique<Packet>(link, id, kind)).get();
  }

  Block *addTask(int id, int priority, Packet *queue, Task *task) {
    list = ownBlocks.emplace_back(std::make_unique<Block>(list, id, priority, queue, task)).get();
    blocks[id] = list;
    return list;
  }

  void schedule() {
    current = list;
    while (current) {
      if (current->isHeldOrSuspended()) {
        current = current->link;
      } else {
        currentId = current->id;
        current = current->run();
      }
    }
  }

  Block *running() const {
    if (!current) throw std::logic_error("no task is running");
    return current;
  }

  Block *release(int id) {
    Block *task = blocks[id];
    if (!task) return nullptr;
    task->state &= ~STATE_HELD;
    return task->priority > running()->priority ? task : running();
  }

  Block *holdCurrent() {
    holdCount++;
    running()->state |= STATE_HELD;
    return running()->link;
  }

  Block *suspendCurrent() {
    running()->state |= STATE_SUSPENDED;
    return running();
  }

  Block *queue(Packet *packet) {
    Block *task = blocks[packet->id];
    if (!task) return nullptr;
    queueCount++;
    packet->link = nullptr;
    packet->id = currentId;
    return task->checkPriorityAdd(running(), packet);
  }
};

struct IdleTask final : Task {
  int seed, count;
  IdleTask(Scheduler *scheduler, int seed, int count) : Task(scheduler), seed(seed), count(count) {}

  Block *run(Packet *) override {
    if (--count == 0) return scheduler->holdCurrent();
    if ((seed & 1) == 0) {
      seed >>= 1;
      return scheduler->release(DEVICE_A);
    }
    seed = (seed >> 1) ^ 0xd008;
    return scheduler->release(DEVICE_B);
  }
};

struct DeviceTask final : Task {
  Packet *pending = nullptr;
  using Task::Task;

  Block *run(Packet *packet) override {
    if (packet) {
      pending = packet;
      return scheduler->holdCurrent();
    }
    if (!pending) return scheduler->suspendCurrent();
    Packet *sent = pending;
    pending = nullptr;
    return scheduler->queue(sent);
  }
};

struct WorkerTask final : Task {
  int destination, letter;
  WorkerTask(Scheduler *scheduler, int destination, int letter)
      : Task(scheduler), destination(destination), letter(letter) {}

  Block *run(Packet *packet) override {
    if (!packet) return scheduler->suspendCurrent();
    destination = destination == HANDLER_A ? HANDLER_B : HANDLER_A;
    packet->id = destination;
    packet->datum = 0;
    for (int &one : packet->data) {
      if (++letter > 26) letter = 1;
      one = letter;
    }
    return scheduler->queue(packet);
  }
};

struct HandlerTask final : Task {
  Packet *workQueue = nullptr;
  Packet *deviceQueue = nullptr;
  using Task::Task;

  Block *run(Packet *packet) override {
    if (packet) {
      Packet *&queue = packet->kind == KIND_WORK ? workQueue : deviceQueue;
      queue = packet->addTo(queue);
    }
    Packet *work = workQueue;
    if (!work) return scheduler->suspendCurrent();
    int count = work->datum;
    if (count >= dataSize) {
      workQueue = work->link;
      return scheduler->queue(work);
    }
    Packet *device = deviceQueue;
    if (!device) return scheduler->suspendCurrent();
    deviceQueue = device->link;
    device->datum = work->data[count];
    work->datum = count + 1;
    return scheduler->queue(device);
  }
};

static void richards(Scheduler &scheduler) {
  scheduler.addTask(IDLE, 0, nullptr, new IdleTask(&scheduler, 1, idleCount))->state = STATE_RUNNING;

  Packet *queue = scheduler.packet(nullptr, WORKER, KIND_WORK);
  queue = scheduler.packet(queue, WORKER, KIND_WORK);
  scheduler.addTask(WORKER, 1000, queue, new WorkerTask(&scheduler, HANDLER_A, 0));

  queue = nullptr;
  for (int i = 0; i < 3; i++) queue = scheduler.packet(queue, DEVICE_A, KIND_DEVICE);
  scheduler.addTask(HANDLER_A, 2000, queue, new HandlerTask(&scheduler));

  queue = nullptr;
  for (int i = 0; i < 3; i++) queue = scheduler.packet(queue, DEVICE_B, KIND_DEVICE);
  scheduler.addTask(HANDLER_B, 3000, queue, new HandlerTask(&scheduler));

  scheduler.addTask(DEVICE_A, 4000, nullptr, new DeviceTask(&scheduler));
  scheduler.addTask(DEVICE_B, 5000, nullptr, new DeviceTask(&scheduler));
  scheduler.schedule();
}

int main(int argc, char **argv) {
  int iterations = argc > 1 ? atoi(argv[1]) : 10;
  auto start = std::chrono::steady_clock::now();
  int queueCount = 0, holdCount = 0;
  for (int i = 0; i < iterations; i++) {
    Scheduler scheduler;
    richards(scheduler);
    queueCount = scheduler.queueCount;
    holdCount = scheduler.holdCount;
    if (queueCount != expectedQueueCount || holdCount != expectedHoldCount)
      throw std::logic_error("wrong counts");
  }
  std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - start;
  printf("queue count %d, hold count %d\n", queueCount, holdCount);
  if (argc > 2 && !strcmp(argv[2], "time")) printf("%.6f ms an iteration\n", passed.count() / iterations);
}
