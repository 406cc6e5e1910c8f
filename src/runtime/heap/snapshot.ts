/**
 * Writes a picture of the heap in the form of V8's heap snapshots, which browsers' developer tools open and `heddle heap`
 * reads: nodes and edges as rows of numbers, then the strings that they name.
 *
 *   node 0 (roots) ── element ──▶ 1 (stack) ── element ──▶ objects
 *                └─── element ──▶ 2 (globals) ── property ──▶ objects
 */
import { zeroLength } from "../../memory/host-services.ts";
import { load8, load16, load32, loadInt64, state } from "../../memory/memory.ts";
import { beginFile, endFile, putByte, putNumber, putQuoted, putText } from "../profile/buffer.ts";
import { startsWith } from "../profile/files.ts";
import { addNumber, freeMap, newMap, numberOf } from "./address-map.ts";
import {
  fieldOfEdge,
  findObjects,
  firstEdge,
  forgetObjects,
  hasItems,
  isObject,
  itemCount,
  itemOfEdge,
  nextEdge,
  numberOfObject,
  objectAt,
  objectBytes,
  objectCount,
  staticRoot,
  staticRootName,
  typeRowOf,
} from "./objects.ts";

// Types of nodes and of edges, as the head lists them.
const arrayNode = 1;
const stringNode = 2;
const objectNode = 3;
const closureNode = 5;
const syntheticNode = 9;
const joinedNode = 10;
const symbolNode = 12;
const bigintNode = 13;
const elementEdge = 1;
const propertyEdge = 2;
const internalEdge = 3;
const weakEdge = 6;

const rootNodes = 3;
const nodeFields = 7;
/** Of a string so many characters are in the picture. */
const mostUnits = 200;

/** Strings by the address of what they are the text of, and how many there are. */
let strings = 0;
let stringCount = 0;

/** Takes a picture of what the roots lead to; 0 if the file cannot be written. `file` ends with a zero byte. */
export function writeSnapshot(file: number): number {
  // Without a shadow stack nobody knows the roots.
  if (state.rootLimit === 0 || !beginFile(file)) return 0;
  findObjects();
  strings = newMap();
  stringCount = 4;
  putText('{"snapshot":{"meta":{"node_fields":["type","name","id","self_size","edge_count",');
  putText('"trace_node_id","detachedness"],"node_types":[["hidden","array","string","object","code",');
  putText('"closure","regexp","number","native","synthetic","concatenated string","sliced string",');
  putText('"symbol","bigint","object shape"],"string","number","number","number","number","number"],');
  putText('"edge_fields":["type","name_or_index","to_node"],"edge_types":[["context","element",');
  putText('"property","internal","hidden","shortcut","weak"],"string_or_number","node"],');
  putText('"trace_function_info_fields":[],"trace_node_fields":[],"sample_fields":[],');
  putText('"location_fields":[]},"node_count":');
  putNumber(rootNodes + objectCount());
  putText(',"edge_count":');
  putNumber(edgeTotal());
  putText(',"trace_function_count":0},\n"nodes":[');
  putNodes();
  putText('],\n"edges":[');
  putEdges();
  putText('],\n"trace_function_infos":[],"trace_tree":[],"samples":[],"locations":[],\n"strings":[');
  putStrings();
  putText("]}\n");
  freeMap(strings);
  forgetObjects();
  return endFile() ? 1 : 0;
}

function stackEdges(): number {
  let count = 0;
  for (let slot = state.rootBase; slot < state.rootTop; slot += 8) if (isObject(loadInt64(slot))) count += 1;
  return count;
}

function globalEdges(): number {
  let count = 0;
  for (let i = 0; i < state.staticRootCount; i++) if (isObject(loadInt64(staticRoot(i)))) count += 1;
  return count;
}

function edgesOf(object: number): number {
  let count = 0;
  for (let edge = firstEdge(object); edge !== 0; edge = nextEdge()) count += 1;
  return count;
}

function edgeTotal(): number {
  let count = rootNodes - 1 + stackEdges() + globalEdges();
  for (let i = 0; i < objectCount(); i++) count += edgesOf(objectAt(i));
  return count;
}

/** The number of a string: what stands at the address, a text or an object that is a string. */
function stringOf(address: number): number {
  const known = numberOf(strings, address);
  if (known >= 0) return known;
  addNumber(strings, address, stringCount);
  stringCount += 1;
  return stringCount - 1;
}

function putNode(type: number, name: number, id: number, size: number, edges: number): void {
  if (id > 1) putByte(44);
  putNumber(type);
  putByte(44);
  putNumber(name);
  putByte(44);
  putNumber(id);
  putByte(44);
  putNumber(size);
  putByte(44);
  putNumber(edges);
  putText(",0,0\n");
}

function putNodes(): void {
  putNode(syntheticNode, 1, 1, 0, rootNodes - 1);
  putNode(syntheticNode, 2, 3, 0, stackEdges());
  putNode(syntheticNode, 3, 5, 0, globalEdges());
  for (let i = 0; i < objectCount(); i++) {
    const object = objectAt(i);
    const type = typeOfNode(object);
    const name = type === stringNode ? object : loadInt64(typeRowOf(object) + 16);
    putNode(type, stringOf(name), object, objectBytes(object), edgesOf(object));
  }
}

function typeOfNode(object: number): number {
  const shown = loadInt64(typeRowOf(object) + 16);
  if (startsWith(shown, "string (")) return joinedNode;
  if (isNamed(shown, "string")) return stringNode;
  if (isNamed(shown, "bigint")) return bigintNode;
  if (isNamed(shown, "symbol")) return symbolNode;
  if (startsWith(shown, "Function ")) return closureNode;
  return hasItems(object) ? arrayNode : objectNode;
}

function isNamed(shown: number, name: string): boolean {
  return startsWith(shown, name) && load8(shown + name.length) === 0;
}

let edgesPut = 0;

function putEdge(type: number, name: number, node: number): void {
  if (edgesPut > 0) putByte(44);
  edgesPut += 1;
  putNumber(type);
  putByte(44);
  putNumber(name);
  putByte(44);
  putNumber(node * nodeFields);
  putByte(10);
}

function putEdges(): void {
  edgesPut = 0;
  putEdge(elementEdge, 0, 1);
  putEdge(elementEdge, 1, 2);
  for (let slot = state.rootBase; slot < state.rootTop; slot += 8) {
    const word = loadInt64(slot);
    if (isObject(word))
      putEdge(elementEdge, Math.floor((slot - state.rootBase) / 8), rootNodes + numberOfObject(word));
  }
  for (let i = 0; i < state.staticRootCount; i++) {
    const word = loadInt64(staticRoot(i));
    if (isObject(word)) putEdge(propertyEdge, stringOf(staticRootName(i)), rootNodes + numberOfObject(word));
  }
  for (let i = 0; i < objectCount(); i++) {
    for (let edge = firstEdge(objectAt(i)); edge !== 0; edge = nextEdge()) {
      const name = fieldOfEdge();
      const node = rootNodes + numberOfObject(edge);
      if (name === 0) putEdge(elementEdge, itemOfEdge(), node);
      else putEdge(fieldEdge(name), stringOf(shownField(name)), node);
    }
  }
}

function fieldEdge(name: number): number {
  if (startsWith(name, "##weak")) return weakEdge;
  return startsWith(name, "##") ? internalEdge : propertyEdge;
}

/** Fields that no source can name begin with a mark. */
function shownField(name: number): number {
  return startsWith(name, "##") ? name + 2 : name;
}

/** In the order of their numbers, which is that in which nodes and edges name them first. */
function putStrings(): void {
  putText('"","(roots)","(stack)","(globals)"');
  let next = 4;
  for (let i = 0; i < objectCount(); i++) {
    const object = objectAt(i);
    const isString = typeOfNode(object) === stringNode;
    next = putString(isString ? object : loadInt64(typeRowOf(object) + 16), isString, next);
  }
  for (let i = 0; i < state.staticRootCount; i++)
    if (isObject(loadInt64(staticRoot(i)))) next = putString(staticRootName(i), false, next);
  for (let i = 0; i < objectCount(); i++) {
    for (let edge = firstEdge(objectAt(i)); edge !== 0; edge = nextEdge())
      if (fieldOfEdge() !== 0) next = putString(shownField(fieldOfEdge()), false, next);
  }
}

/** Gives the number of the string that is to come next. */
function putString(address: number, isObject: boolean, next: number): number {
  if (numberOf(strings, address) !== next) return next;
  putByte(44);
  if (isObject) putUnits(address);
  else putQuoted(address, zeroLength(address));
  return next + 1;
}

/** A flat string's characters: those of ASCII as they are, others by their numbers. */
function putUnits(object: number): void {
  const wide = load32(object + 16) !== 0;
  const length = wide ? Math.floor(itemCount(object) / 2) : itemCount(object);
  const first = object + load32(load32(object));
  putByte(34);
  for (let i = 0; i < length && i < mostUnits; i++) {
    const unit = wide ? load16(first + i * 2) : load8(first + i);
    if (unit >= 32 && unit < 127 && unit !== 34 && unit !== 92) putByte(unit);
    else {
      putText("\\u");
      putDigit(unit >> 12);
      putDigit((unit >> 8) & 15);
      putDigit((unit >> 4) & 15);
      putDigit(unit & 15);
    }
  }
  putByte(34);
}

function putDigit(n: number): void {
  putByte(n < 10 ? 48 + n : 87 + n);
}
