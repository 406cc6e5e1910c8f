/*
 * Which properties an object has and in which order they came, as a number: a place in a tree. A step down the tree is one
 * more property; objects that got the same properties in the same order have the same shape. (Hidden classes as in Self,
 * Chambers, Ungar and Lee 1989, for those properties alone of which translation does not know the order.)
 */

class Shapes {
  /** By shape: the shape without the last property, that property, and how many there are. */
  parents: number[] = [0];
  members: number[] = [-1];
  sizes: number[] = [0];
  /** The shape that was made last from this one, and the one that was made before this from the same. */
  children: number[] = [0];
  siblings: number[] = [0];
}

const shapes = new Shapes();

/** The shape with one more property; the same where it is there already. */
export function shapeWith(shape: number, member: number): number {
  for (let child = shapes.children[shape]!; child > 0; child = shapes.siblings[child]!) {
    if (shapes.members[child] === member) return child;
  }
  if (shapeHas(shape, member)) return shape;
  const made = shapes.parents.length;
  shapes.parents.push(shape);
  shapes.members.push(member);
  shapes.sizes.push(shapes.sizes[shape]! + 1);
  shapes.children.push(0);
  shapes.siblings.push(shapes.children[shape]!);
  shapes.children[shape] = made;
  return made;
}

/** The shape without a property; the same where there is none. */
export function shapeWithout(shape: number, member: number): number {
  if (shape === 0) return 0;
  const parent = shapes.parents[shape]!;
  if (shapes.members[shape] === member) return parent;
  const left = shapeWithout(parent, member);
  return left === parent ? shape : shapeWith(left, shapes.members[shape]!);
}

export function shapeHas(shape: number, member: number): boolean {
  for (let at = shape; at > 0; at = shapes.parents[at]!) {
    if (shapes.members[at] === member) return true;
  }
  return false;
}

/** How many properties there are. */
export function shapeSize(shape: number): number {
  return shapes.sizes[shape]!;
}

/** A property by its place in the order. */
export function shapeMember(shape: number, place: number): number {
  let at = shape;
  for (let above = shapes.sizes[shape]! - 1 - place; above > 0; above--) at = shapes.parents[at]!;
  return shapes.members[at]!;
}

/**
 * A question about a property (graph/well-known.ts) by its place, as one by its number: the first `fixed` have places of
 * their own, the others those that the shape says.
 */
export function shapeQuestion(shape: number, what: number, fixed: number): number {
  if (what >= 2 * fixed) {
    const place = Math.floor(what / 2);
    return 2 * (fixed + shapeMember(shape, place - fixed)) + (what & 1);
  }
  if (what <= -16 - fixed) return -16 - fixed - shapeMember(shape, -16 - what - fixed);
  return what;
}
