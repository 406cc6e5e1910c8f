# Shows the values of translated programs in gdb as the source has them. A program that was built with `--debug` tells
# gdb to load this file; gdb asks for leave once: docs/native-tools.md.
#
#   (gdb) print points            (gdb) backtrace
#   $1 = Array(2) [Point {x: 1, y: 2}, Point {x: 3, y: 4}]      #0  total (points=…) at shapes.ts:12
#
# Everything is read from the program's own tables (src/backend/c/tables.ts) and objects (graph/type-info-layout.ts,
# graph/well-known.ts); a bad reference is shown as its address, whatever it leads to.
import itertools
import struct

import gdb
from gdb.FrameDecorator import FrameDecorator

DEPTH = 2
ITEMS = 20
METHODS = 40
FIRST_FLOAT = 1 << 49
INT_UNDEFINED, INT_NULL = -(1 << 63), -(1 << 63) + 2048
FLOAT_UNDEFINED, FLOAT_NULL = 0x7FFE000000000001, 0x7FFE000000000002
CONSTANTS = {0: "undefined", 2: "null", 4: "false", 6: "true", 8: "undefined"}
ELEMENTS = {
    "Int8Array": "<b",
    "Uint8Array": "<B",
    "Uint8ClampedArray": "<B",
    "Int16Array": "<h",
    "Uint16Array": "<H",
    "Int32Array": "<i",
    "Uint32Array": "<I",
    "Float32Array": "<f",
    "Float64Array": "<d",
}
FORMS = {"i": "<q", "d": "<d", "b": "<B", "r": "<Q", "v": "<Q", "c": "<Q", "1": "<B", "2": "<H", "4": "<I"}


def read(address, form):
    data = gdb.selected_inferior().read_memory(address, struct.calcsize(form))
    return struct.unpack(form, bytes(data))[0]


def text_at(pointer):
    return pointer.string("utf-8", "replace")


class Type:
    """One row of heddle_types."""

    def __init__(self, row):
        self.name = text_at(row["name"])
        self.items = None
        self.fields = {}
        at = int(row["fields"])
        while True:
            text = gdb.Value(at).cast(gdb.lookup_type("char").pointer()).string("utf-8", "replace")
            if text == "":
                break
            place, _, name = text.partition(":")
            if name == "":
                self.items = (place[0], int(place[1:]))
            else:
                self.fields[name] = (place[0], int(place[1:]))
            at += len(text.encode("utf-8")) + 1


class Tables:
    """The tables of the program that is being debugged."""

    def __init__(self):
        self.types = {}
        self.functions = {}
        for row in self.rows("heddle_types"):
            self.types[int(row["type"])] = row
        for row in self.rows("heddle_functions"):
            self.functions[text_at(row["symbol"])] = text_at(row["name"])
        self.known = {}

    @staticmethod
    def rows(name):
        table = gdb.parse_and_eval(name)
        first = table.type.fields and next(iter(table[0].type.strip_typedefs().fields())).name
        return itertools.takewhile(lambda row: int(row[first]) != 0, (table[i] for i in itertools.count()))

    def type_at(self, address):
        if address not in self.types:
            return None
        if address not in self.known:
            self.known[address] = Type(self.types[address])
        return self.known[address]


loaded = {}


def tables():
    name = gdb.current_progspace().filename
    if name not in loaded:
        loaded[name] = Tables()
    return loaded[name]


def member(address, kind, name):
    form, offset = kind.fields[name]
    return read(address + offset, FORMS[form])


def items_of(address, kind):
    """How many items there are, and each of them as text."""
    form, offset = kind.items
    size = struct.calcsize(FORMS[form])
    return read(address + offset - 8, "<q"), lambda i, depth: shown(form, address + offset + i * size, depth)


def shown(form, address, depth):
    word = read(address, FORMS[form])
    return show_storage(form, word, depth)


def show_storage(form, word, depth):
    if form == "i":
        return {INT_UNDEFINED: "undefined", INT_NULL: "null"}.get(word, str(word))
    if form == "d":
        bits = struct.unpack("<Q", struct.pack("<d", word))[0]
        return {FLOAT_UNDEFINED: "undefined", FLOAT_NULL: "null"}.get(bits, show_number(word))
    if form == "b":
        return ("false", "true", "undefined", "null")[word & 3]
    if form == "r":
        return show_reference(word, depth)
    if form == "v":
        return show_value(word, depth)
    return str(word)


def show_number(number):
    if number != number:
        return "NaN"
    if number in (float("inf"), float("-inf")):
        return "Infinity" if number > 0 else "-Infinity"
    return "%d" % number if number == int(number) and abs(number) < 1e21 else repr(number)


def show_value(word, depth):
    if word >= FIRST_FLOAT:
        return show_number(struct.unpack("<d", struct.pack("<Q", (word - FIRST_FLOAT) % (1 << 64)))[0])
    return CONSTANTS[word] if word in CONSTANTS else show_reference(word, depth)


def units(address, kind):
    """The text of a string, which may be a rope."""
    parts, waiting = [], [address]
    while waiting and len(parts) < 1000:
        at = waiting.pop()
        kind = tables().type_at(read(at, "<I"))
        if kind is None:
            break
        if kind.items is None:
            right = member(at, kind, "right")
            waiting += [right] if right else []
            waiting.append(member(at, kind, "left"))
            continue
        wide = member(at, kind, "wide")
        count = min(member(at, kind, "length"), 500)
        data = bytes(gdb.selected_inferior().read_memory(at + kind.items[1], count << wide)) if count else b""
        parts.append(data.decode("utf-16-le" if wide else "latin-1", "replace"))
    return "".join(parts)


def quoted(text):
    shortened = text if len(text) <= 200 else text[:200] + "…"
    return '"' + shortened.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def show_reference(address, depth=DEPTH):
    if address == 0:
        return "nil"  # undefined, or null where a variable can be null only
    try:
        kind = tables().type_at(read(address, "<I"))
        if kind is None:
            return "null" if address == null_cell() else "<no object: 0x%x>" % address
        if kind.name in ("String", "Rope"):
            return quoted(units(address, kind))
        if kind.name in ELEMENTS and "##bytes" in kind.fields:
            return show_typed_array(address, kind)
        if kind.name == "BigInt":
            return show_bigint(address, kind)
        if kind.name == "Function":
            return show_function(address)
        if "##keys" in kind.fields:
            return show_table(address, kind, depth)
        if kind.name == "List":
            items = member(address, kind, "items")
            return show_items("Array", items, tables().type_at(read(items, "<I")), member(address, kind, "length"), depth)
        if kind.items is not None:
            return show_items("Array", address, kind, None, depth)
        return show_object(address, kind, depth)
    except (gdb.MemoryError, OverflowError):
        return "<no object: 0x%x>" % address


def show_typed_array(address, kind):
    count, form = member(address, kind, "##length"), ELEMENTS[kind.name]
    store = member(address, kind, "##bytes")
    first = store + tables().type_at(read(store, "<I")).items[1] + member(address, kind, "##start")
    texts = [show_number(read(first + i * struct.calcsize(form), form)) for i in range(min(count, ITEMS))]
    return "%s(%d) [%s]" % (kind.name, count, ", ".join(texts + ["…"] * (count > ITEMS)))


def show_bigint(address, kind):
    words = gdb.selected_inferior().read_memory(address + kind.items[1], 8 * member(address, kind, "count"))
    number = int.from_bytes(bytes(words), "little")
    return "%s%dn" % ("-" if member(address, kind, "negative") else "", number)


def show_function(address):
    """Slot 0 of the methods is the code."""
    block = gdb.block_for_pc(read(read(address, "<I") + METHODS, "<Q"))
    name = block and block.function and block.function.name
    return "[Function: %s]" % tables().functions.get(name, name) if name else "[Function]"


def null_cell():
    return int(gdb.parse_and_eval("&heddle_null_cell"))


def show_items(name, address, kind, length, depth):
    room, item = items_of(address, kind)
    count = room if length is None else length
    if depth == 0:
        return "%s(%d)" % (name, count)
    texts = [item(i, depth - 1) for i in range(min(count, ITEMS))]
    return "%s(%d) [%s]" % (name, count, ", ".join(texts + ["…"] * (count > ITEMS)))


def list_of(address):
    """The items of an array that a table holds: their number, and each of them."""
    kind = tables().type_at(read(address, "<I"))
    if kind.items is not None:
        return items_of(address, kind)
    items = member(address, kind, "items")
    return member(address, kind, "length"), items_of(items, tables().type_at(read(items, "<I")))[1]


def show_table(address, kind, depth):
    """Maps, sets and dictionaries: entries stand side by side (runtime/prelude/key-tables.ts)."""
    size = member(address, kind, "##size")
    if depth == 0:
        return "%s(%d)" % (kind.name, size)
    count, key = list_of(member(address, kind, "##keys"))
    alive = kind.fields.get("##alive") and member(address, kind, "##alive")
    lives = list_of(alive)[1] if alive else lambda i, depth: "true"
    value = list_of(member(address, kind, "##values"))[1] if "##values" in kind.fields else None
    entries = []
    for i in range(count):
        if lives(i, 0) != "true":
            continue
        if len(entries) == ITEMS:
            entries.append("…")
            break
        entries.append(key(i, depth - 1) + (" => " + value(i, depth - 1) if value else ""))
    return "%s(%d) {%s}" % (kind.name, size, ", ".join(entries))


def show_object(address, kind, depth):
    own = [name for name in kind.fields if not name.startswith("#")]
    if depth == 0 and own:
        return "%s {…}" % kind.name
    texts = []
    for name in own[:ITEMS]:
        form, offset = kind.fields[name]
        texts.append("%s: %s" % (name, shown(form, address + offset, depth - 1)))
    return "%s {%s}" % (kind.name, ", ".join(texts + ["…"] * (len(own) > ITEMS)))


class Printer:
    def __init__(self, form, value):
        self.form = form
        self.value = value

    def to_string(self):
        if self.form == "d":
            return show_storage("d", float(self.value), DEPTH)
        return show_storage(self.form, int(self.value), DEPTH)


PRINTED = {"heddle_int": "i", "heddle_float": "d", "heddle_bool": "b", "heddle_ref": "r", "heddle_value": "v"}


def printer(value):
    form = PRINTED.get(value.type.name)
    return Printer(form, value) if form else None


class Frame(FrameDecorator):
    """A frame under its function's name in the source."""

    def function(self):
        name = super().function()
        return tables().functions.get(name, name) if isinstance(name, str) else name


class Frames:
    def __init__(self):
        self.name = "heddle"
        self.priority = 100
        self.enabled = True

    def filter(self, frames):
        return map(Frame, frames)


def register(objfile):
    objfile.pretty_printers.append(printer)
    frames = Frames()
    objfile.frame_filters[frames.name] = frames


register(gdb.current_objfile() or gdb.current_progspace())
# Stepping goes through the program, not through the run-time. `skip delete` undoes it.
for files in ("*/src/runtime/*", "*/src/collectors/*", "heddle-generated.c", "heddle.h", "heddle.c"):
    gdb.execute("skip -gfi %s" % files, to_string=True)
