/**
 * Everything that the frontend refuses: a code, the reason, and a way out. H20xx is outside the language; H30xx is not
 * supported yet. `{name}` stands for what the caller says of the place.
 */
export interface RefusalInfo {
  readonly code: string;
  readonly reason: string;
  readonly wayOut: string;
}

export const refusals = {
  // Outside the language: what needs a program's source, or the identity of its properties, at run time.
  eval: {
    code: "H2001",
    reason: "`{name}` is refused: it needs the source at run time",
    wayOut: "write the code as a function",
  },
  with: {
    code: "H2002",
    reason: "`with` makes names depend on objects",
    wayOut: "name the object before each property",
  },
  arguments: {
    code: "H2003",
    reason: "`arguments` is supported for its elements, its length, and to be passed on by spread or `apply`",
    wayOut: "declare a rest parameter: `(...list)`",
  },
  proxy: {
    code: "H2004",
    reason: "`{name}` is refused: it changes what property access means",
    wayOut: "use a class with methods or accessors",
  },
  globalThis: {
    code: "H2005",
    reason: "`globalThis` as a value makes names depend on properties",
    wayOut: "write `globalThis.name`, or export a variable from a module",
  },
  delete: {
    code: "H2006",
    reason: "`delete` is refused: it would change the layout of an object in use",
    wayOut: "assign `undefined`, or keep such keys in an array of entries",
  },
  prototype: {
    code: "H2007",
    reason: "`{name}` is refused: what instances of a class inherit is fixed at translation",
    wayOut: "declare the member in the class, or a class with `extends`",
  },
  unknownName: {
    code: "H2008",
    reason: "nothing named `{name}` is declared",
    wayOut: "declare or import it",
  },
  decorators: {
    code: "H2009",
    reason: "decorators are not supported",
    wayOut: "call the function where the class is used",
  },
  assignToConstant: {
    code: "H2010",
    reason: "`{name}` is a function, class, enum or import: it cannot be assigned",
    wayOut: "declare a variable with `let` and assign that",
  },
  dynamicImport: {
    code: "H2011",
    reason: "`import()` is not supported: it loads code at run time",
    wayOut: "use an `import` declaration",
  },
  memoryModule: {
    code: "H2013",
    reason: "`heddle/memory` is for system code: collectors and run-time",
    wayOut: "ask for it with `--allow-system`",
  },
  taggedMark: {
    code: "H2043",
    reason: "`tagged` marks a class that the same module declares at its top",
    wayOut: "write `tagged(TheClass);` behind the class",
  },
  multimethod: {
    code: "H2045",
    reason: "a multimethod is a constant at the top of a module, made of calls of `when`",
    wayOut: 'write `const m = multimethod("m", when(A, B, f), …);` there',
  },
  multimethodClass: {
    code: "H2046",
    reason: "the classes of a method are classes of the program, by name and without type parameters",
    wayOut: "declare a class and name it",
  },
  multimethodFunction: {
    code: "H2047",
    reason: "a method is a function or arrow function of the module, with at most two plain parameters",
    wayOut: "write `(a, b) => f(a, b)`",
  },
  multimethodValue: {
    code: "H2048",
    reason: "a multimethod is called by its name, with two arguments",
    wayOut: "write `(a, b) => m(a, b)`",
  },
  sameMethod: {
    code: "H2049",
    reason: "another method has these two classes",
    wayOut: "leave one of them out",
  },
  missingModule: {
    code: "H2014",
    reason: "the module `{name}` was not found",
    wayOut: "give the file's path, with its extension, relative to this file",
  },
  requireLate: {
    code: "H2030",
    reason: '`require("{name}")` runs a module that shows what it does after the program has begun',
    wayOut: "ask for modules at the top of the file, before anything else is called",
  },
  requireComputed: {
    code: "H2031",
    reason: "`require` of a name known only at run time",
    wayOut: "write the module's name as a text, at the top of the file",
  },
  requireCycle: {
    code: "H2032",
    reason: '`require("{name}")` leads back to this file',
    wayOut: "move what both files need into a third, or write both with `import` and `export`",
  },
  exportsAtRunTime: {
    code: "H2033",
    reason: "what this file exports is decided at run time, and it asks for more of `module` than `exports`",
    wayOut:
      "assign each `exports.name` once at the top of the file, or leave out the other members of `module`",
  },
  debugger: {
    code: "H2015",
    reason: "`debugger` has no meaning in a native program",
    wayOut: "run the program with `heddle node` under a debugger",
  },
  thisBeforeSuper: {
    code: "H2016",
    reason: "`this` does not exist before `super(…)` has been called",
    wayOut: "call `super(…)` first",
  },
  replacedInstance: {
    code: "H2017",
    reason:
      "the constructor of `{name}` returns another object, which is no instance of a class that extends it",
    wayOut: "make the object in a static method or a function",
  },

  // Not supported yet.
  async: {
    code: "H3001",
    reason: "async functions are not supported in system code",
    wayOut: "write the steps one after the other",
  },
  await: {
    code: "H3047",
    reason: "`await` is not supported in system code",
    wayOut: "write the steps one after the other",
  },
  asyncGenerator: {
    code: "H3002",
    reason: "async generators and `for await` are not supported in system code",
    wayOut: "return a promise of an array, or call a function for each value",
  },
  regexp: {
    code: "H3003",
    reason: "regular expressions are not supported yet",
    wayOut: "scan the string with `charCodeAt`, `indexOf` and `slice`",
  },
  in: {
    code: "H3006",
    reason: "the `in` operator is not supported yet",
    wayOut: "compare the property with `undefined`",
  },
  forIn: {
    code: "H3007",
    reason: "`for...in` is not supported yet",
    wayOut: "use `for…of` over an array, or name the properties",
  },
  spreadCall: {
    code: "H3010",
    reason: "spread arguments are not supported for this function of the library",
    wayOut: "pass the arguments one by one, or in a loop",
  },
  computedName: {
    code: "H3013",
    reason: "this property name is only known at run time",
    wayOut: "write the name, or keep the values in an array",
  },
  numericName: {
    code: "H3014",
    reason: "properties with numbers as names are not supported yet",
    wayOut: "use an array, or a name that is not a number",
  },
  arrayHole: {
    code: "H3015",
    reason: "holes in array literals are not supported yet",
    wayOut: "write `undefined`",
  },
  classInFunction: {
    code: "H3016",
    reason:
      "a static method that uses variables of the function around its class is not supported as a value",
    wayOut: "write a function that calls it",
  },
  newTarget: {
    code: "H3060",
    reason: "`new.target` in a function that does not mention its own name is not supported here yet",
    wayOut: "write `this instanceof F`, or a class",
  },
  classValue: {
    code: "H3017",
    reason: "this property of a class is not supported yet",
    wayOut: "declare a static member of the class",
  },
  classValueInside: {
    code: "H3018",
    reason: "the class `{name}` of the function around this one is not supported as a value here",
    wayOut: "declare the class at the top of the module, or put it in a variable",
  },
  classStatics: {
    code: "H3019",
    reason: "assigning an inherited static field through a class inside a function is not supported yet",
    wayOut: "assign it through the class that declares it",
  },
  extendsExpression: {
    code: "H3020",
    reason: "a class can only extend a class known when the program is translated",
    wayOut: "name the class after `extends`, and in each call of a mixin",
  },
  extendsBuiltin: {
    code: "H3021",
    reason: "extending `{name}` is not supported yet",
    wayOut: "keep an object of it in a field",
  },
  instanceofExpression: {
    code: "H3022",
    reason: "of the library's classes `instanceof` knows only `Array` and the classes of errors",
    wayOut: "use `typeof`, or a class of the program",
  },
  builtin: {
    code: "H3023",
    reason: "`{name}` is not supported yet",
    wayOut: "docs/language.md lists what is",
  },
  builtinValue: {
    code: "H3024",
    reason: "`{name}` as a value is not supported yet",
    wayOut: "wrap the call in a function: `(x) => {name}(x)`",
  },
  namespaceValue: {
    code: "H3026",
    reason: "a namespace as a value is supported where none of its variables changes",
    wayOut: "name what is used: `{name}.f`",
  },
  nodeModule: {
    code: "H3028",
    reason: "the module `{name}` is not supported yet",
    wayOut:
      "`process.argv`, `process.exit`, `process.stdout.write` and `performance.now` are there without an import",
  },
  packageModule: {
    code: "H3029",
    reason: "packages (`{name}`) are not supported yet",
    wayOut: "copy the source into the program and import it by its path",
  },
  importMeta: { code: "H3033", reason: "`import.meta` is not supported yet", wayOut: "use `process.argv`" },
  staticInherited: {
    code: "H3035",
    reason: "a static member that uses `this` cannot be reached through a subclass yet",
    wayOut: "call it as `{name}`",
  },
  superElsewhere: {
    code: "H3036",
    reason: "`super` is supported only before the name of a member, and is assigned to only in classes",
    wayOut: "write out the name, and assign to `this`",
  },
  autoAccessor: {
    code: "H3037",
    reason: "`accessor` fields are not supported yet",
    wayOut: "write a getter and a setter",
  },
  using: {
    code: "H3038",
    reason: "`using` declarations are not supported at this place",
    wayOut: "write a block around it",
  },
  syntax: {
    code: "H3039",
    reason: "this construct ({name}) is not supported yet",
    wayOut: "docs/language.md lists what is",
  },
  exportDefault: {
    code: "H3040",
    reason: "`export default` of a variable that changes is not supported yet",
    wayOut: "export it by its name",
  },
  superCallInside: {
    code: "H3041",
    reason: "`super(…)` inside another function is not supported yet",
    wayOut: "call it in the constructor itself",
  },
  protoProperty: {
    code: "H3044",
    reason: "`__proto__` is refused: prototypes are fixed at translation",
    wayOut: "declare a class, with `extends` for its parent",
  },
  privateName: {
    code: "H3046",
    reason: "a private name that the parent class has too (`{name}`) is not supported yet",
    wayOut: "choose another name",
  },
  json: {
    code: "H3045",
    reason: "Node imports JSON only where the import says so",
    wayOut: 'write `with { type: "json" }` behind the file\'s name',
  },
} as const satisfies Record<string, RefusalInfo>;

export type RefusalName = keyof typeof refusals;
