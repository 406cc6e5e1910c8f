/** What names mean: the frontend's view of declared variables, functions, classes and enums. */
import type { Constant } from "../../graph/graph.ts";
import type { ClassInfo } from "../../graph/program.ts";
import type { ts } from "../checker/typescript.ts";
import type { Key } from "../functions/ssa.ts";

/** The node that a function's code hangs on: a function, a class whose constructor is implied, or a whole file. */
export type FunctionNode = ts.FunctionLikeDeclaration | ts.ClassLikeDeclaration | ts.SourceFile;

export interface SourceModule {
  readonly file: ts.SourceFile;
  /** What the names of the module's functions start with. */
  readonly prefix: string;
  readonly system: boolean;
  /** Part of the language's library, translated with every program. */
  readonly prelude: boolean;
  /** Takes part in a cycle of imports, so that its functions may run before it does. */
  readonly cyclic: boolean;
}

/** One mention of a variable or of a function's name. */
export interface Access {
  readonly node: ts.Node;
  readonly position: number;
  /** Where a write is done: the end of its assignment. */
  readonly end: number;
  readonly inside: FunctionInfo;
  readonly kind: "read" | "write" | "call";
}

export interface LocalVariable extends Key {
  readonly kind: "local";
  readonly declaration: ts.Node;
  readonly owner: FunctionInfo;
  /** The node whose evaluation makes a fresh variable: a block, a loop, a function. */
  readonly scope: ts.Node;
  /** Assignment throws. */
  readonly constant: boolean;
  /** From this position on it is initialised; -1 for parameters and `var`. */
  readonly initialisedAt: number;
  readonly accesses: Access[];
  /** `cell`: captured by a function value and assigned afterwards. */
  storage: "value" | "cell";
  /** The cell has to exist before the declaration runs. */
  early: boolean;
  /** May be read before its declaration has run. */
  checked: boolean;
  /** The variable of a `for` loop whose cell is copied for each iteration. */
  perIteration: boolean;
  cellClass: string | undefined;
  /** The name under which instances of classes keep it, where its own does not do. */
  readonly field?: string;
}

export interface GlobalVariable {
  readonly kind: "global";
  readonly name: string;
  readonly declaration: ts.Node;
  readonly module: SourceModule;
  readonly constant: boolean;
  readonly initialisedAt: number;
  /** A `var`: until its declaration has run it is undefined. */
  readonly hoisted: boolean;
  /** The literal that a `const` stands for. */
  value: Constant | undefined;
  /** Something may read it before its declaration has run: then the program has a global of that name. */
  checked: boolean;
  readonly accesses: Access[];
}

export interface FunctionInfo {
  readonly kind: "function";
  readonly node: FunctionNode;
  readonly module: SourceModule;
  /** The function around it; the module's init function has none. */
  readonly parent: FunctionInfo | undefined;
  readonly name: string;
  readonly displayName: string;
  /** Arrow functions have the `this` of what is around them. */
  readonly isArrow: boolean;
  usesThis: boolean;
  /** The variables of functions around it that it needs, in order of first mention. */
  free: LocalVariable[];
  /** What it mentions itself. */
  readonly mentions: (LocalVariable | FunctionBinding | ClassBinding)[];
  readonly children: FunctionInfo[];
  /** Counters for names of object literals, arrays and closures. */
  readonly counters: Map<string, number>;
}

/**
 * A name that always stands for one function: a declaration, or a `const` whose initialiser is a function.
 * - `known`: at the top of a module, where it captures nothing; as a value it is a constant.
 * - `direct`: inside a function, and only ever called; the variables it needs are passed as first arguments.
 * - `closure`: inside a function, a value in a variable.
 */
export interface FunctionBinding {
  readonly kind: "function-binding";
  readonly declaration: ts.Node;
  readonly target: FunctionInfo;
  /** Where the name stands, in case it needs a variable. */
  readonly variable: LocalVariable | GlobalVariable;
  access: "direct" | "known" | "closure";
  readonly accesses: Access[];
  /** Declarations exist from the start of their block on. */
  readonly hoisted: boolean;
}

export interface ClassBinding {
  readonly kind: "class";
  readonly declaration: ts.ClassLikeDeclaration;
  readonly module: SourceModule;
  readonly name: string;
  readonly info: ClassInfo;
  /** Where the class may be mentioned before its declaration has run. */
  readonly variable: GlobalVariable;
  readonly inside: FunctionInfo;
  parent: ClassBinding | undefined;
  /** Static fields, by name: globals, or cells where the class may be evaluated several times. */
  readonly staticFields: Map<string, GlobalVariable | LocalVariable>;
  readonly staticMethods: Map<string, FunctionInfo>;
  readonly staticGetters: Map<string, FunctionInfo>;
  readonly staticSetters: Map<string, FunctionInfo>;
  constructorFunction: FunctionInfo | undefined;
  /**
   * An object of its own for each evaluation of the class, which instances keep: there where something asks with
   * `instanceof` and the class may be evaluated several times.
   */
  identity: LocalVariable | undefined;
  /** The class's value, where the class may be evaluated several times and other functions ask for it. */
  value: LocalVariable | undefined;
  /** All functions of the class, the constructor among them. */
  readonly members: FunctionInfo[];
}

export interface EnumBinding {
  readonly kind: "enum";
  readonly declaration: ts.EnumDeclaration;
}

export type Binding = LocalVariable | GlobalVariable | FunctionBinding | ClassBinding | EnumBinding;
