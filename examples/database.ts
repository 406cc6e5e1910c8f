/**
 * A small relational database: SQL goes in, tables come out.
 *
 *   text -> tokens -> syntax tree -> qualified query -> plan of operators -> rows
 *
 * Rows live in pages of bytes, found by scanning them or through B+-trees. A query is planned by rules (conditions
 * sink to the tables they speak of) and by cost (which access path, which join, in which order). Operators pull
 * rows from each other, and expressions are compiled to closures. Every statement is atomic: what it did is undone
 * if it fails, and so is a transaction that is rolled back.
 *
 *   database [scale]
 *
 * The script at the end fills a shop with made-up data, `scale` times a few hundred rows, and asks about it.
 */

// ------------------------------------------------------------------------------------------------- values

type Value = number | string | boolean | null;
type Row = readonly Value[];
type ColumnType = "INTEGER" | "REAL" | "TEXT" | "BOOLEAN";
/** The type of an expression; that of the literal NULL fits everywhere. */
type ExpressionType = ColumnType | "NULL";

/** A mistake in a statement, or what the data does not allow. `at` is the place in the text, -1 if none is to blame. */
class SqlError extends Error {
  constructor(
    message: string,
    readonly at = -1,
  ) {
    super(message);
    this.name = "SqlError";
  }
}

/** The order of values in indexes and ORDER BY: NULL comes first. */
function compareValues(left: Value, right: Value): number {
  if (left === null) return right === null ? 0 : -1;
  if (right === null) return 1;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  const first = Number(left);
  const second = Number(right);
  return first < second ? -1 : first > second ? 1 : 0;
}

/** One value that is equal for equal lists of values. Lengths keep ("a", "b") apart from ("ab", ""). */
function keyOf(values: Row): Value {
  if (values.length === 1) return values[0];
  let key = "";
  for (const value of values) {
    const text = String(value);
    key += `${typeof value === "string" ? "t" : "v"}${text.length}:${text}`;
  }
  return key;
}

function isNumeric(type: ExpressionType): boolean {
  return type === "INTEGER" || type === "REAL" || type === "NULL";
}

function areComparable(left: ExpressionType, right: ExpressionType): boolean {
  return left === right || left === "NULL" || right === "NULL" || (isNumeric(left) && isNumeric(right));
}

/** The type that holds values of both, or null if none does. */
function commonType(left: ExpressionType, right: ExpressionType): ExpressionType | null {
  if (left === right || right === "NULL") return left;
  if (left === "NULL") return right;
  return isNumeric(left) && isNumeric(right) ? "REAL" : null;
}

/** As a literal of SQL. */
function showLiteral(value: Value): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

/** As a cell of a printed table. */
function showCell(value: Value, type: ExpressionType): string {
  if (value === null) return "NULL";
  if (typeof value === "number" && type === "REAL") return value.toFixed(2);
  return String(value);
}

// ------------------------------------------------------------------------------------------------- tokens

interface Token {
  readonly kind: "word" | "quoted" | "number" | "text" | "symbol" | "end";
  /** Words in capitals, texts without their quotes. */
  readonly text: string;
  /** A word as it is written. */
  readonly spelling: string;
  readonly at: number;
}

const doubleSymbols: readonly string[] = ["<=", ">=", "<>", "!=", "||"];
const singleSymbols = "()+-*/%<>=,.;";

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function isLetter(character: string): boolean {
  return (character >= "a" && character <= "z") || (character >= "A" && character <= "Z") || character === "_";
}

function isSpace(character: string): boolean {
  return character === " " || character === "\n" || character === "\t" || character === "\r";
}

class Lexer {
  private position = 0;

  constructor(private readonly source: string) {}

  tokens(): Token[] {
    const result: Token[] = [];
    let token = this.next();
    while (token.kind !== "end") {
      result.push(token);
      token = this.next();
    }
    result.push(token);
    return result;
  }

  private next(): Token {
    this.skipSpace();
    const at = this.position;
    if (at >= this.source.length) return { kind: "end", text: "end of statement", spelling: "", at };
    const first = this.source.charAt(at);
    if (isLetter(first)) {
      const word = this.takeWhile((character) => isLetter(character) || isDigit(character));
      return { kind: "word", text: word.toUpperCase(), spelling: word, at };
    }
    if (isDigit(first)) return { kind: "number", text: this.number(), spelling: "", at };
    if (first === "'") return { kind: "text", text: this.quoted("'"), spelling: "", at };
    if (first === '"') {
      const name = this.quoted('"');
      return { kind: "quoted", text: name, spelling: name, at };
    }
    const pair = this.source.slice(at, at + 2);
    if (doubleSymbols.includes(pair)) {
      this.position += 2;
      return { kind: "symbol", text: pair === "!=" ? "<>" : pair, spelling: "", at };
    }
    if (!singleSymbols.includes(first)) throw new SqlError(`unexpected character ${first}`, at);
    this.position++;
    return { kind: "symbol", text: first, spelling: "", at };
  }

  private skipSpace(): void {
    while (this.position < this.source.length) {
      if (this.source.startsWith("--", this.position)) this.takeWhile((character) => character !== "\n");
      else if (isSpace(this.source.charAt(this.position))) this.position++;
      else return;
    }
  }

  private takeWhile(belongs: (character: string) => boolean): string {
    const start = this.position;
    while (this.position < this.source.length && belongs(this.source.charAt(this.position))) this.position++;
    return this.source.slice(start, this.position);
  }

  private number(): string {
    let digits = this.takeWhile(isDigit);
    if (this.source.charAt(this.position) === "." && isDigit(this.source.charAt(this.position + 1))) {
      this.position++;
      digits += `.${this.takeWhile(isDigit)}`;
    }
    return digits;
  }

  /** A doubled quote inside stands for one. */
  private quoted(quote: string): string {
    const start = this.position;
    let text = "";
    this.position++;
    for (;;) {
      text += this.takeWhile((character) => character !== quote);
      if (this.position >= this.source.length) throw new SqlError("this quote is never closed", start);
      this.position++;
      if (this.source.charAt(this.position) !== quote) return text;
      text += quote;
      this.position++;
    }
  }
}

// ------------------------------------------------------------------------------------------------- syntax trees

type Comparison = "=" | "<>" | "<" | "<=" | ">" | ">=";
type Arithmetic = "+" | "-" | "*" | "/" | "%" | "||";
type BinaryOperator = Comparison | Arithmetic | "AND" | "OR";

interface ColumnReference {
  readonly kind: "column";
  /** The name or alias of its table; null until the query is qualified, if it was not written. */
  readonly table: string | null;
  readonly name: string;
  readonly at: number;
}

interface CallExpression {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
  readonly distinct: boolean;
  readonly at: number;
}

interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

interface CaseBranch {
  readonly condition: Expression;
  readonly result: Expression;
}

type Expression =
  | { readonly kind: "literal"; readonly value: Value; readonly type: ExpressionType; readonly at: number }
  | ColumnReference
  | { readonly kind: "slot"; readonly index: number; readonly type: ExpressionType; readonly label: string; readonly at: number }
  | { readonly kind: "unary"; readonly operator: "-" | "NOT"; readonly operand: Expression; readonly at: number }
  | BinaryExpression
  | { readonly kind: "isNull"; readonly operand: Expression; readonly negated: boolean; readonly at: number }
  | { readonly kind: "like"; readonly operand: Expression; readonly pattern: Expression; readonly negated: boolean; readonly at: number }
  | { readonly kind: "among"; readonly operand: Expression; readonly choices: readonly Expression[]; readonly negated: boolean; readonly at: number }
  | { readonly kind: "inQuery"; readonly operand: Expression; readonly query: Select; readonly negated: boolean; readonly at: number }
  | { readonly kind: "exists"; readonly query: Select; readonly at: number }
  | { readonly kind: "scalarQuery"; readonly query: Select; readonly at: number }
  | { readonly kind: "case"; readonly branches: readonly CaseBranch[]; readonly otherwise: Expression | null; readonly at: number }
  | CallExpression;

type SelectItem =
  | { readonly kind: "all"; readonly table: string | null; readonly at: number }
  | { readonly kind: "expression"; readonly expression: Expression; readonly alias: string | null };

interface TableReference {
  readonly table: string;
  /** A query in the place of a table. */
  readonly query: Select | null;
  readonly alias: string;
  readonly at: number;
}

interface JoinClause {
  readonly outer: boolean;
  readonly reference: TableReference;
  readonly condition: Expression | null;
}

interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
}

interface Select {
  readonly kind: "select";
  readonly distinct: boolean;
  readonly items: readonly SelectItem[];
  readonly from: TableReference | null;
  readonly joins: readonly JoinClause[];
  readonly where: Expression | null;
  readonly groupBy: readonly Expression[];
  readonly having: Expression | null;
  readonly orderBy: readonly OrderItem[];
  readonly limit: number | null;
  readonly offset: number;
}

interface ColumnDefinition {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
  readonly unique: boolean;
}

interface Assignment {
  readonly column: string;
  readonly value: Expression;
  readonly at: number;
}

type Statement =
  | Select
  | { readonly kind: "createTable"; readonly table: string; readonly columns: readonly ColumnDefinition[]; readonly at: number }
  | { readonly kind: "createIndex"; readonly index: string; readonly table: string; readonly column: string; readonly unique: boolean; readonly at: number }
  | { readonly kind: "dropTable"; readonly table: string; readonly at: number }
  | { readonly kind: "insert"; readonly table: string; readonly columns: readonly string[] | null; readonly rows: readonly (readonly Expression[])[]; readonly query: Select | null; readonly at: number }
  | { readonly kind: "update"; readonly table: string; readonly assignments: readonly Assignment[]; readonly where: Expression | null; readonly at: number }
  | { readonly kind: "delete"; readonly table: string; readonly where: Expression | null; readonly at: number }
  | { readonly kind: "explain"; readonly query: Select }
  | { readonly kind: "begin" }
  | { readonly kind: "commit" }
  | { readonly kind: "rollback" };

/** An expression as text: its name in a table's head, and what makes two expressions the same one. */
function showExpression(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return showLiteral(expression.value);
    case "column":
      return expression.table === null ? expression.name : `${expression.table}.${expression.name}`;
    case "slot":
      return expression.label;
    case "unary":
      return expression.operator === "NOT" ? `NOT ${showExpression(expression.operand)}` : `-${showExpression(expression.operand)}`;
    case "binary":
      return `(${showExpression(expression.left)} ${expression.operator} ${showExpression(expression.right)})`;
    case "isNull":
      return `${showExpression(expression.operand)} IS ${expression.negated ? "NOT " : ""}NULL`;
    case "like":
      return `${showExpression(expression.operand)} ${expression.negated ? "NOT " : ""}LIKE ${showExpression(expression.pattern)}`;
    case "among":
      return `${showExpression(expression.operand)} ${expression.negated ? "NOT " : ""}IN (${expression.choices.map(showExpression).join(", ")})`;
    case "inQuery":
      return `${showExpression(expression.operand)} ${expression.negated ? "NOT " : ""}IN (SELECT at ${expression.query.items.length}:${expression.at})`;
    case "exists":
      return `EXISTS (SELECT at ${expression.at})`;
    case "scalarQuery":
      return `(SELECT at ${expression.at})`;
    case "case": {
      const branches = expression.branches.map((branch) => `WHEN ${showExpression(branch.condition)} THEN ${showExpression(branch.result)}`);
      const otherwise = expression.otherwise === null ? "" : ` ELSE ${showExpression(expression.otherwise)}`;
      return `CASE ${branches.join(" ")}${otherwise} END`;
    }
    case "call": {
      const args = expression.args.length === 0 && expression.name === "COUNT" ? "*" : expression.args.map(showExpression).join(", ");
      return `${expression.name}(${expression.distinct ? "DISTINCT " : ""}${args})`;
    }
  }
}

/** The expressions directly inside one; queries inside are worlds of their own. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "literal":
    case "column":
    case "slot":
    case "exists":
    case "scalarQuery":
      return [];
    case "unary":
    case "isNull":
    case "inQuery":
      return [expression.operand];
    case "binary":
      return [expression.left, expression.right];
    case "like":
      return [expression.operand, expression.pattern];
    case "among":
      return [expression.operand, ...expression.choices];
    case "case": {
      const parts = expression.branches.flatMap((branch) => [branch.condition, branch.result]);
      return expression.otherwise === null ? parts : [...parts, expression.otherwise];
    }
    case "call":
      return expression.args;
  }
}

/** The same expression with `replace` applied to the expressions directly inside it. */
function withParts(expression: Expression, replace: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case "literal":
    case "column":
    case "slot":
    case "exists":
    case "scalarQuery":
      return expression;
    case "unary":
    case "isNull":
    case "inQuery":
      return { ...expression, operand: replace(expression.operand) };
    case "binary":
      return { ...expression, left: replace(expression.left), right: replace(expression.right) };
    case "like":
      return { ...expression, operand: replace(expression.operand), pattern: replace(expression.pattern) };
    case "among":
      return { ...expression, operand: replace(expression.operand), choices: expression.choices.map(replace) };
    case "case":
      return {
        ...expression,
        branches: expression.branches.map(({ condition, result }) => ({ condition: replace(condition), result: replace(result) })),
        otherwise: expression.otherwise === null ? null : replace(expression.otherwise),
      };
    case "call":
      return { ...expression, args: expression.args.map(replace) };
  }
}

// ------------------------------------------------------------------------------------------------- parser

const reservedWords: ReadonlySet<string> = new Set([
  ...["SELECT", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "JOIN", "LEFT", "INNER", "ON", "AS", "AND"],
  ...["OR", "NOT", "IN", "IS", "LIKE", "BETWEEN", "CASE", "WHEN", "THEN", "ELSE", "END", "NULL", "TRUE", "FALSE", "EXISTS"],
  ...["DISTINCT", "BY", "ASC", "DESC", "SET", "VALUES", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "TABLE", "CROSS"],
]);

const columnTypes: ReadonlyMap<string, ColumnType> = new Map<string, ColumnType>([
  ["INTEGER", "INTEGER"],
  ["INT", "INTEGER"],
  ["REAL", "REAL"],
  ["TEXT", "TEXT"],
  ["BOOLEAN", "BOOLEAN"],
]);

/** How tightly operators of two operands bind; NOT stands between AND and the comparisons. */
const precedences: ReadonlyMap<string, number> = new Map([
  ["OR", 1],
  ["AND", 2],
  ["=", 4],
  ["<>", 4],
  ["<", 4],
  ["<=", 4],
  [">", 4],
  [">=", 4],
  ["||", 5],
  ["+", 6],
  ["-", 6],
  ["*", 7],
  ["/", 7],
  ["%", 7],
]);
const comparisonPrecedence = 4;
const notPrecedence = 3;

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(source: string) {
    this.tokens = new Lexer(source).tokens();
  }

  *statements(): Generator<Statement> {
    while (!this.isAtEnd()) {
      yield this.statement();
      if (!this.acceptSymbol(";") && !this.isAtEnd()) this.fail("; or the end of the statement");
    }
  }

  private get token(): Token {
    return this.tokens[this.position];
  }

  private isAtEnd(): boolean {
    return this.token.kind === "end";
  }

  private fail(expected: string): never {
    const { kind, text, spelling, at } = this.token;
    const found = kind === "end" ? text : kind === "text" ? showLiteral(text) : spelling === "" ? text : spelling;
    throw new SqlError(`expected ${expected}, found ${found}`, at);
  }

  private isWord(word: string): boolean {
    return this.token.kind === "word" && this.token.text === word;
  }

  private accept(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.position++;
    return true;
  }

  private expect(...words: string[]): void {
    for (const word of words) if (!this.accept(word)) this.fail(word);
  }

  private isSymbol(symbol: string): boolean {
    return this.token.kind === "symbol" && this.token.text === symbol;
  }

  private acceptSymbol(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false;
    this.position++;
    return true;
  }

  private expectSymbol(symbol: string): void {
    if (!this.acceptSymbol(symbol)) this.fail(symbol);
  }

  private isName(): boolean {
    const { kind, text } = this.token;
    return kind === "quoted" || (kind === "word" && !reservedWords.has(text));
  }

  private name(what: string): string {
    if (!this.isName()) this.fail(what);
    const { kind, spelling } = this.token;
    this.position++;
    return kind === "quoted" ? spelling : spelling.toLowerCase();
  }

  private list<T>(element: () => T): T[] {
    const result = [element()];
    while (this.acceptSymbol(",")) result.push(element());
    return result;
  }

  private statement(): Statement {
    const at = this.token.at;
    if (this.isWord("SELECT")) return this.select();
    if (this.accept("EXPLAIN")) return { kind: "explain", query: this.select() };
    if (this.accept("CREATE")) return this.create(at);
    if (this.accept("INSERT")) return this.insert();
    if (this.accept("UPDATE")) return this.update();
    if (this.accept("DELETE")) {
      this.expect("FROM");
      const place = this.token.at;
      return { kind: "delete", table: this.name("a table"), where: this.optionalCondition("WHERE"), at: place };
    }
    if (this.accept("DROP")) {
      this.expect("TABLE");
      const place = this.token.at;
      return { kind: "dropTable", table: this.name("a table"), at: place };
    }
    if (this.accept("BEGIN")) return { kind: "begin" };
    if (this.accept("COMMIT")) return { kind: "commit" };
    if (this.accept("ROLLBACK")) return { kind: "rollback" };
    return this.fail("a statement");
  }

  private create(at: number): Statement {
    if (this.accept("TABLE")) {
      const table = this.name("a name for the table");
      this.expectSymbol("(");
      const columns = this.list(() => this.columnDefinition());
      this.expectSymbol(")");
      return { kind: "createTable", table, columns, at };
    }
    const unique = this.accept("UNIQUE");
    if (!this.accept("INDEX")) this.fail(unique ? "INDEX" : "TABLE or INDEX");
    const index = this.name("a name for the index");
    this.expect("ON");
    const place = this.token.at;
    const table = this.name("a table");
    this.expectSymbol("(");
    const column = this.name("a column");
    this.expectSymbol(")");
    return { kind: "createIndex", index, table, column, unique, at: place };
  }

  private columnDefinition(): ColumnDefinition {
    const name = this.name("a name for the column");
    const type = columnTypes.get(this.token.text);
    if (type === undefined) return this.fail(`a type (${[...columnTypes.keys()].join(", ")})`);
    this.position++;
    let required = false;
    let unique = false;
    for (;;) {
      if (this.accept("PRIMARY")) {
        this.expect("KEY");
        required = true;
        unique = true;
      } else if (this.accept("NOT")) {
        this.expect("NULL");
        required = true;
      } else if (this.accept("UNIQUE")) unique = true;
      else return { name, type, required, unique };
    }
  }

  private insert(): Statement {
    this.expect("INTO");
    const at = this.token.at;
    const table = this.name("a table");
    let columns: string[] | null = null;
    if (this.acceptSymbol("(")) {
      columns = this.list(() => this.name("a column"));
      this.expectSymbol(")");
    }
    if (this.isWord("SELECT")) return { kind: "insert", table, columns, rows: [], query: this.select(), at };
    this.expect("VALUES");
    const rows = this.list(() => {
      this.expectSymbol("(");
      const values = this.list(() => this.expression());
      this.expectSymbol(")");
      return values;
    });
    return { kind: "insert", table, columns, rows, query: null, at };
  }

  private update(): Statement {
    const at = this.token.at;
    const table = this.name("a table");
    this.expect("SET");
    const assignments = this.list((): Assignment => {
      const place = this.token.at;
      const column = this.name("a column");
      this.expectSymbol("=");
      return { column, value: this.expression(), at: place };
    });
    return { kind: "update", table, assignments, where: this.optionalCondition("WHERE"), at };
  }

  private optionalCondition(word: string): Expression | null {
    return this.accept(word) ? this.expression() : null;
  }

  private select(): Select {
    this.expect("SELECT");
    const distinct = this.accept("DISTINCT");
    const items = this.list(() => this.selectItem());
    let from: TableReference | null = null;
    const joins: JoinClause[] = [];
    if (this.accept("FROM")) {
      from = this.tableReference();
      for (let join = this.join(); join !== null; join = this.join()) joins.push(join);
    }
    const where = this.optionalCondition("WHERE");
    let groupBy: Expression[] = [];
    if (this.accept("GROUP")) {
      this.expect("BY");
      groupBy = this.list(() => this.expression());
    }
    const having = this.optionalCondition("HAVING");
    let orderBy: OrderItem[] = [];
    if (this.accept("ORDER")) {
      this.expect("BY");
      orderBy = this.list(() => this.orderItem());
    }
    const limit = this.accept("LIMIT") ? this.count() : null;
    const offset = this.accept("OFFSET") ? this.count() : 0;
    return { kind: "select", distinct, items, from, joins, where, groupBy, having, orderBy, limit, offset };
  }

  private selectItem(): SelectItem {
    const at = this.token.at;
    if (this.acceptSymbol("*")) return { kind: "all", table: null, at };
    const [dot, star] = [this.tokens[this.position + 1], this.tokens[this.position + 2]];
    if (this.isName() && dot.text === "." && dot.kind === "symbol" && star.text === "*") {
      const table = this.name("a table");
      this.position += 2;
      return { kind: "all", table, at };
    }
    const expression = this.expression();
    return { kind: "expression", expression, alias: this.alias() };
  }

  private alias(): string | null {
    if (this.accept("AS")) return this.name("an alias");
    return this.isName() ? this.name("an alias") : null;
  }

  private tableReference(): TableReference {
    const at = this.token.at;
    if (this.acceptSymbol("(")) {
      const query = this.select();
      this.expectSymbol(")");
      const alias = this.alias();
      if (alias === null) return this.fail("an alias for the query");
      return { table: "", query, alias, at };
    }
    const table = this.name("a table");
    return { table, query: null, alias: this.alias() ?? table, at };
  }

  /** The next table of FROM, or null if there is none. A comma joins without a condition. */
  private join(): JoinClause | null {
    if (this.acceptSymbol(",")) return { outer: false, reference: this.tableReference(), condition: null };
    if (this.accept("CROSS")) {
      this.expect("JOIN");
      return { outer: false, reference: this.tableReference(), condition: null };
    }
    const outer = this.accept("LEFT");
    if (outer) this.accept("OUTER");
    const inner = !outer && this.accept("INNER");
    if (!outer && !inner && !this.isWord("JOIN")) return null;
    this.expect("JOIN");
    const reference = this.tableReference();
    this.expect("ON");
    return { outer, reference, condition: this.expression() };
  }

  private orderItem(): OrderItem {
    const expression = this.expression();
    const descending = this.accept("DESC");
    if (!descending) this.accept("ASC");
    return { expression, descending };
  }

  private count(): number {
    if (this.token.kind !== "number" || this.token.text.includes(".")) return this.fail("a number of rows");
    const value = Number(this.token.text);
    this.position++;
    return value;
  }

  /** Precedence climbing: takes operators that bind at least as tightly as `minimum`. */
  private expression(minimum = 1): Expression {
    let left = this.prefix();
    for (;;) {
      const { kind, text, at } = this.token;
      const precedence = kind === "symbol" || kind === "word" ? precedences.get(text) : undefined;
      if (precedence !== undefined && precedence >= minimum) {
        this.position++;
        left = { kind: "binary", operator: text as BinaryOperator, left, right: this.expression(precedence + 1), at };
        continue;
      }
      const test = comparisonPrecedence >= minimum ? this.wordTest(left) : null;
      if (test === null) return left;
      left = test;
    }
  }

  /** IS NULL, LIKE, IN and BETWEEN after their operand, or null if none follows. */
  private wordTest(operand: Expression): Expression | null {
    const at = this.token.at;
    if (this.accept("IS")) {
      const negated = this.accept("NOT");
      this.expect("NULL");
      return { kind: "isNull", operand, negated, at };
    }
    const negated = this.accept("NOT");
    if (this.accept("LIKE")) return { kind: "like", operand, pattern: this.expression(comparisonPrecedence + 1), negated, at };
    if (this.accept("IN")) {
      this.expectSymbol("(");
      if (this.isWord("SELECT")) {
        const query = this.select();
        this.expectSymbol(")");
        return { kind: "inQuery", operand, query, negated, at };
      }
      const choices = this.list(() => this.expression());
      this.expectSymbol(")");
      return { kind: "among", operand, choices, negated, at };
    }
    if (this.accept("BETWEEN")) {
      const low = this.expression(comparisonPrecedence + 1);
      this.expect("AND");
      const high = this.expression(comparisonPrecedence + 1);
      const range: Expression = {
        kind: "binary",
        operator: "AND",
        left: { kind: "binary", operator: ">=", left: operand, right: low, at },
        right: { kind: "binary", operator: "<=", left: operand, right: high, at },
        at,
      };
      return negated ? { kind: "unary", operator: "NOT", operand: range, at } : range;
    }
    return negated ? this.fail("LIKE, IN or BETWEEN") : null;
  }

  private prefix(): Expression {
    const at = this.token.at;
    if (this.accept("NOT")) return { kind: "unary", operator: "NOT", operand: this.expression(notPrecedence), at };
    if (this.acceptSymbol("-")) return { kind: "unary", operator: "-", operand: this.prefix(), at };
    return this.primary();
  }

  private primary(): Expression {
    const { kind, text, at } = this.token;
    if (kind === "number") {
      this.position++;
      return { kind: "literal", value: Number(text), type: text.includes(".") ? "REAL" : "INTEGER", at };
    }
    if (kind === "text") {
      this.position++;
      return { kind: "literal", value: text, type: "TEXT", at };
    }
    if (this.accept("NULL")) return { kind: "literal", value: null, type: "NULL", at };
    if (this.accept("TRUE")) return { kind: "literal", value: true, type: "BOOLEAN", at };
    if (this.accept("FALSE")) return { kind: "literal", value: false, type: "BOOLEAN", at };
    if (this.accept("CASE")) return this.caseExpression(at);
    if (this.accept("EXISTS")) {
      this.expectSymbol("(");
      const query = this.select();
      this.expectSymbol(")");
      return { kind: "exists", query, at };
    }
    if (this.acceptSymbol("(")) {
      const inside: Expression = this.isWord("SELECT") ? { kind: "scalarQuery", query: this.select(), at } : this.expression();
      this.expectSymbol(")");
      return inside;
    }
    const name = this.name("an expression");
    if (this.acceptSymbol("(")) return this.call(name.toUpperCase(), at);
    if (!this.acceptSymbol(".")) return { kind: "column", table: null, name, at };
    return { kind: "column", table: name, name: this.name("a column"), at };
  }

  private call(name: string, at: number): Expression {
    if (name === "COUNT" && this.acceptSymbol("*")) {
      this.expectSymbol(")");
      return { kind: "call", name, args: [], distinct: false, at };
    }
    const distinct = this.accept("DISTINCT");
    const args = this.isSymbol(")") ? [] : this.list(() => this.expression());
    this.expectSymbol(")");
    return { kind: "call", name, args, distinct, at };
  }

  private caseExpression(at: number): Expression {
    const branches: CaseBranch[] = [];
    while (this.accept("WHEN")) {
      const condition = this.expression();
      this.expect("THEN");
      branches.push({ condition, result: this.expression() });
    }
    if (branches.length === 0) this.fail("WHEN");
    const otherwise = this.accept("ELSE") ? this.expression() : null;
    this.expect("END");
    return { kind: "case", branches, otherwise, at };
  }
}

// ------------------------------------------------------------------------------------------------- storage

const pageSize = 4096;
const headerSize = 4;
const slotSize = 2;
/** The identity of a row is its page's number times this plus its slot. */
const slotsPerPage = 1024;

const enum Tag {
  Null,
  /** Integers of 32 bits; all other numbers are doubles. */
  Integer,
  Real,
  /** One byte a character, where that is enough. */
  NarrowText,
  WideText,
  True,
  False,
}

/**
 * A page of rows. Slots grow from its start, rows from its end:
 *
 *   | count | free end | slot 0 | slot 1 | ... free ... | row 1 | row 0 |
 *
 * A slot is where its row starts, and its negation if the row is deleted. The bytes stay, so that a deletion can be
 * undone.
 */
class Page {
  private readonly bytes = new Uint8Array(pageSize);
  private readonly view = new DataView(this.bytes.buffer);

  constructor() {
    this.view.setUint16(2, pageSize);
  }

  get count(): number {
    return this.view.getUint16(0);
  }

  /** The slot of the new row, or -1 if the page is full. */
  insert(row: Row, size: number): number {
    const slot = this.count;
    const start = this.view.getUint16(2) - size;
    if (start < headerSize + (slot + 1) * slotSize || slot === slotsPerPage) return -1;
    this.write(row, start);
    this.view.setInt16(headerSize + slot * slotSize, start);
    this.view.setUint16(0, slot + 1);
    this.view.setUint16(2, start);
    return slot;
  }

  isLive(slot: number): boolean {
    return this.view.getInt16(headerSize + slot * slotSize) > 0;
  }

  setLive(slot: number, live: boolean): void {
    const place = headerSize + slot * slotSize;
    const start = Math.abs(this.view.getInt16(place));
    this.view.setInt16(place, live ? start : -start);
  }

  static sizeOf(row: Row): number {
    let size = 0;
    for (const value of row) {
      if (typeof value === "number") size += (value | 0) === value ? 5 : 9;
      else if (typeof value === "string") size += 3 + (isNarrow(value) ? value.length : 2 * value.length);
      else size += 1;
    }
    return size;
  }

  private write(row: Row, start: number): void {
    const { bytes, view } = this;
    let place = start;
    for (const value of row) {
      if (value === null) bytes[place++] = Tag.Null;
      else if (typeof value === "boolean") bytes[place++] = value ? Tag.True : Tag.False;
      else if (typeof value === "number") {
        if ((value | 0) === value) {
          bytes[place++] = Tag.Integer;
          view.setInt32(place, value);
          place += 4;
        } else {
          bytes[place++] = Tag.Real;
          view.setFloat64(place, value);
          place += 8;
        }
      } else {
        const narrow = isNarrow(value);
        bytes[place++] = narrow ? Tag.NarrowText : Tag.WideText;
        view.setUint16(place, value.length);
        place += 2;
        for (let i = 0; i < value.length; i++) {
          if (narrow) bytes[place++] = value.charCodeAt(i);
          else {
            view.setUint16(place, value.charCodeAt(i));
            place += 2;
          }
        }
      }
    }
  }

  read(slot: number, width: number): Value[] {
    const { bytes, view } = this;
    let place = Math.abs(view.getInt16(headerSize + slot * slotSize));
    const row: Value[] = [];
    while (row.length < width) {
      const tag: Tag = bytes[place++];
      switch (tag) {
        case Tag.Null:
          row.push(null);
          break;
        case Tag.Integer:
          row.push(view.getInt32(place));
          place += 4;
          break;
        case Tag.Real:
          row.push(view.getFloat64(place));
          place += 8;
          break;
        case Tag.NarrowText:
        case Tag.WideText: {
          const length = view.getUint16(place);
          place += 2;
          let text = "";
          const step = tag === Tag.NarrowText ? 1 : 2;
          for (let i = 0; i < length; i++) {
            text += String.fromCharCode(step === 1 ? bytes[place] : view.getUint16(place));
            place += step;
          }
          row.push(text);
          break;
        }
        default:
          row.push(tag === Tag.True);
      }
    }
    return row;
  }
}

function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return false;
  return true;
}

/** The rows of a table, in the order of their insertion. */
class Heap {
  readonly pages: Page[] = [];

  constructor(private readonly width: number) {}

  insert(row: Row): number {
    const size = Page.sizeOf(row);
    if (size > pageSize - headerSize - slotSize) throw new SqlError(`a row of ${size} bytes does not fit a page`);
    let last = this.pages.length - 1;
    let slot = last < 0 ? -1 : this.pages[last].insert(row, size);
    if (slot < 0) {
      const page = new Page();
      this.pages.push(page);
      last++;
      slot = page.insert(row, size);
    }
    return last * slotsPerPage + slot;
  }

  setLive(id: number, live: boolean): void {
    this.pages[Math.floor(id / slotsPerPage)].setLive(id % slotsPerPage, live);
  }

  read(id: number): Value[] {
    return this.pages[Math.floor(id / slotsPerPage)].read(id % slotsPerPage, this.width);
  }

  *ids(): Generator<number> {
    for (const [number, page] of this.pages.entries())
      for (let slot = 0; slot < page.count; slot++) if (page.isLive(slot)) yield number * slotsPerPage + slot;
  }
}

// ------------------------------------------------------------------------------------------------- B+-tree

const nodeCapacity = 32;

class Leaf {
  next: Leaf | null = null;

  constructor(
    readonly keys: Value[],
    readonly ids: number[],
  ) {}
}

/** What child `i + 1` holds is not before entry `i`, what child `i` holds is. */
class Branch {
  constructor(
    readonly keys: Value[],
    readonly ids: number[],
    readonly children: TreeNode[],
  ) {}
}

type TreeNode = Leaf | Branch;

/** The right half of a node that was full, and its first entry. */
interface Split {
  readonly key: Value;
  readonly id: number;
  readonly right: TreeNode;
}

/** From where to where an index is searched; undefined is open. */
interface KeyRange {
  readonly low?: Value;
  readonly lowIncluded?: boolean;
  readonly high?: Value;
  readonly highIncluded?: boolean;
}

/** A B+-tree of the identities of rows by a key, then by themselves: so equal keys need no special care. */
class BTree {
  private root: TreeNode = new Leaf([], []);
  size = 0;
  private countedSize = -1;
  private countedDistinct = 0;

  /** Nearly how many keys differ. Counted anew only when the tree has grown or shrunk by a tenth. */
  get distinct(): number {
    if (Math.abs(this.size - this.countedSize) * 10 > this.countedSize) {
      this.countedSize = this.size;
      this.countedDistinct = 0;
      let previous: Value | undefined;
      for (let leaf: Leaf | null = this.firstLeaf(); leaf !== null; leaf = leaf.next)
        for (const key of leaf.keys) {
          if (key !== previous) this.countedDistinct++;
          previous = key;
        }
    }
    return Math.max(1, this.countedDistinct);
  }

  /** The first entry of a node that is not before (key, id). */
  private lowerBound(node: TreeNode, key: Value, id: number): number {
    let low = 0;
    let high = node.keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compareValues(node.keys[middle], key) || node.ids[middle] - id;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private childFor(branch: Branch, key: Value, id: number): number {
    const place = this.lowerBound(branch, key, id);
    const isEntry = place < branch.keys.length && branch.ids[place] === id && compareValues(branch.keys[place], key) === 0;
    return isEntry ? place + 1 : place;
  }

  insert(key: Value, id: number): void {
    const split = this.insertInto(this.root, key, id);
    if (split !== null) this.root = new Branch([split.key], [split.id], [this.root, split.right]);
    this.size++;
  }

  private insertInto(node: TreeNode, key: Value, id: number): Split | null {
    if (node instanceof Leaf) {
      const place = this.lowerBound(node, key, id);
      node.keys.splice(place, 0, key);
      node.ids.splice(place, 0, id);
      return node.keys.length > nodeCapacity ? this.splitLeaf(node) : null;
    }
    const child = this.childFor(node, key, id);
    const split = this.insertInto(node.children[child], key, id);
    if (split === null) return null;
    node.keys.splice(child, 0, split.key);
    node.ids.splice(child, 0, split.id);
    node.children.splice(child + 1, 0, split.right);
    return node.keys.length > nodeCapacity ? this.splitBranch(node) : null;
  }

  private splitLeaf(leaf: Leaf): Split {
    const middle = leaf.keys.length >> 1;
    const right = new Leaf(leaf.keys.splice(middle), leaf.ids.splice(middle));
    right.next = leaf.next;
    leaf.next = right;
    return { key: right.keys[0], id: right.ids[0], right };
  }

  private splitBranch(branch: Branch): Split {
    const middle = branch.keys.length >> 1;
    const [key, ...keys] = branch.keys.splice(middle);
    const [id, ...ids] = branch.ids.splice(middle);
    return { key, id, right: new Branch(keys, ids, branch.children.splice(middle + 1)) };
  }

  /** Leaves may run empty: a table that shrinks for good is rare, and merging them is not worth its code here. */
  delete(key: Value, id: number): void {
    const leaf = this.leafOf(key, id);
    const place = this.lowerBound(leaf, key, id);
    leaf.keys.splice(place, 1);
    leaf.ids.splice(place, 1);
    this.size--;
  }

  private leafOf(key: Value, id: number): Leaf {
    let node = this.root;
    while (node instanceof Branch) node = node.children[this.childFor(node, key, id)];
    return node;
  }

  private firstLeaf(): Leaf {
    let node = this.root;
    while (node instanceof Branch) node = node.children[0];
    return node;
  }

  /** The identities in the order of their keys. NULL is in the tree for ordering only: no bound finds it. */
  *search(range: KeyRange): Generator<number> {
    const { low, lowIncluded = true, high, highIncluded = true } = range;
    let leaf: Leaf | null = low === undefined ? this.firstLeaf() : this.leafOf(low, -1);
    let place = low === undefined ? 0 : this.lowerBound(leaf, low, lowIncluded ? -1 : Number.MAX_SAFE_INTEGER);
    const bounded = low !== undefined || high !== undefined;
    while (leaf !== null) {
      for (; place < leaf.keys.length; place++) {
        const key = leaf.keys[place];
        if (bounded && key === null) continue;
        if (low !== undefined && !lowIncluded && compareValues(key, low) === 0) continue;
        if (high !== undefined) {
          const order = compareValues(key, high);
          if (order > 0 || (order === 0 && !highIncluded)) return;
        }
        yield leaf.ids[place];
      }
      leaf = leaf.next;
      place = 0;
    }
  }

  has(key: Value): boolean {
    return !this.search({ low: key, high: key }).next().done;
  }

  get height(): number {
    let height = 1;
    for (let node = this.root; node instanceof Branch; node = node.children[0]) height++;
    return height;
  }
}

// ------------------------------------------------------------------------------------------------- tables

interface Index {
  readonly name: string;
  readonly column: number;
  readonly unique: boolean;
  readonly tree: BTree;
}

/** How to take back what a statement did; run from the last to the first. */
type UndoLog = (() => void)[];

class Table {
  readonly heap: Heap;
  readonly indexes: Index[] = [];
  rowCount = 0;

  constructor(
    readonly name: string,
    readonly columns: readonly ColumnDefinition[],
  ) {
    this.heap = new Heap(columns.length);
    for (const [column, { name: columnName, unique }] of columns.entries())
      if (unique) this.indexes.push({ name: `${name}_${columnName}`, column, unique, tree: new BTree() });
  }

  columnIndex(name: string, at: number): number {
    const index = this.columns.findIndex((column) => column.name === name);
    if (index < 0) throw new SqlError(`the table ${this.name} has no column ${name}`, at);
    return index;
  }

  addIndex(name: string, column: number, unique: boolean): void {
    const tree = new BTree();
    for (const id of this.heap.ids()) {
      const key = this.heap.read(id)[column];
      if (unique && key !== null && tree.has(key)) throw new SqlError(`cannot make ${name} unique: ${showLiteral(key)} is there twice`);
      tree.insert(key, id);
    }
    this.indexes.push({ name, column, unique, tree });
  }

  insert(row: Row, undo: UndoLog): void {
    for (const [i, column] of this.columns.entries())
      if (column.required && row[i] === null) throw new SqlError(`${this.name}.${column.name} cannot be NULL`);
    for (const { column, unique, tree } of this.indexes) {
      const key = row[column];
      if (unique && key !== null && tree.has(key))
        throw new SqlError(`${this.name}.${this.columns[column].name} is unique, and ${showLiteral(key)} is there already`);
    }
    const id = this.heap.insert(row);
    this.index(row, id);
    undo.push(() => this.hide(row, id));
  }

  delete(id: number, undo: UndoLog): void {
    const row = this.heap.read(id);
    this.hide(row, id);
    undo.push(() => {
      this.heap.setLive(id, true);
      this.index(row, id);
    });
  }

  private index(row: Row, id: number): void {
    for (const { column, tree } of this.indexes) tree.insert(row[column], id);
    this.rowCount++;
  }

  private hide(row: Row, id: number): void {
    for (const { column, tree } of this.indexes) tree.delete(row[column], id);
    this.heap.setLive(id, false);
    this.rowCount--;
  }
}

/** The value as a column of this type holds it. */
function asColumnValue(value: Value, type: ExpressionType, column: ColumnDefinition, at: number): Value {
  if (type === "NULL" || value === null || type === column.type) return value;
  if (column.type === "REAL" && type === "INTEGER") return value;
  throw new SqlError(`the column ${column.name} holds ${column.type}, not ${type}`, at);
}

// ------------------------------------------------------------------------------------------------- names and types

interface ScopeColumn {
  readonly table: string;
  readonly name: string;
  readonly type: ExpressionType;
}

/** The columns of the rows that an expression sees. */
class Scope {
  constructor(readonly columns: readonly ScopeColumn[]) {}

  joined(other: Scope): Scope {
    return new Scope([...this.columns, ...other.columns]);
  }

  find(reference: ColumnReference): number {
    const { table, name, at } = reference;
    let found = -1;
    for (const [index, column] of this.columns.entries()) {
      if (column.name !== name || (table !== null && column.table !== table)) continue;
      if (found >= 0) throw new SqlError(`${name} is ambiguous: ${this.columns[found].table}.${name} or ${column.table}.${name}?`, at);
      found = index;
    }
    if (found < 0) throw new SqlError(this.absence(table, name), at);
    return found;
  }

  private absence(table: string | null, name: string): string {
    if (table !== null && !this.columns.some((column) => column.table === table)) return `there is no table ${table} in this query`;
    const near = this.columns.find((column) => isSimilar(column.name, name));
    const hint = near === undefined ? "" : `; did you mean ${near.table === "" ? "" : `${near.table}.`}${near.name}?`;
    return `there is no column ${table === null ? name : `${table}.${name}`}${hint}`;
  }
}

/** Whether at most two edits (Levenshtein) turn one name into the other, and they share something. */
function isSimilar(first: string, second: string): boolean {
  let previous = Array.from({ length: second.length + 1 }, (_, i) => i);
  for (let i = 1; i <= first.length; i++) {
    const current = [i];
    for (let j = 1; j <= second.length; j++) {
      const change = previous[j - 1] + (first[i - 1] === second[j - 1] ? 0 : 1);
      current.push(Math.min(change, previous[j] + 1, current[j - 1] + 1));
    }
    previous = current;
  }
  return previous[second.length] <= 2 && previous[second.length] < Math.max(first.length, second.length);
}

interface ScalarFunction {
  readonly parameters: readonly ColumnType[];
  /** How many of the parameters may be left out. */
  readonly optional: number;
  readonly result: ColumnType;
  /** Called when no argument is NULL. */
  apply(args: Row): Value;
}

const scalarFunctions: ReadonlyMap<string, ScalarFunction> = new Map<string, ScalarFunction>([
  ["ABS", { parameters: ["REAL"], optional: 0, result: "REAL", apply: ([value]) => Math.abs(Number(value)) }],
  ["FLOOR", { parameters: ["REAL"], optional: 0, result: "INTEGER", apply: ([value]) => Math.floor(Number(value)) }],
  [
    "ROUND",
    {
      parameters: ["REAL", "INTEGER"],
      optional: 1,
      result: "REAL",
      apply: ([value, digits = 0]) => {
        const scale = 10 ** Number(digits);
        return Math.round(Number(value) * scale) / scale;
      },
    },
  ],
  ["LENGTH", { parameters: ["TEXT"], optional: 0, result: "INTEGER", apply: ([text]) => String(text).length }],
  ["UPPER", { parameters: ["TEXT"], optional: 0, result: "TEXT", apply: ([text]) => String(text).toUpperCase() }],
  ["LOWER", { parameters: ["TEXT"], optional: 0, result: "TEXT", apply: ([text]) => String(text).toLowerCase() }],
  [
    "SUBSTR",
    {
      parameters: ["TEXT", "INTEGER", "INTEGER"],
      optional: 1,
      result: "TEXT",
      apply: ([text, start, length = Number.MAX_SAFE_INTEGER]) => String(text).substr(Number(start) - 1, Number(length)),
    },
  ],
]);

const aggregateNames: readonly string[] = ["COUNT", "SUM", "AVG", "MIN", "MAX"];

function isAggregate(expression: Expression): expression is CallExpression {
  return expression.kind === "call" && aggregateNames.includes(expression.name);
}

function containsAggregate(expression: Expression): boolean {
  return isAggregate(expression) || partsOf(expression).some(containsAggregate);
}

function requireType(expression: Expression, scope: Scope, wanted: ColumnType, what: string): void {
  const type = typeOf(expression, scope);
  if (!areComparable(type, wanted)) throw new SqlError(`${what} must be ${wanted}, not ${type}`, expression.at);
}

/** The type of an expression over these columns; throws where it has none. */
function typeOf(expression: Expression, scope: Scope): ExpressionType {
  switch (expression.kind) {
    case "literal":
    case "slot":
      return expression.type;
    case "column":
      return scope.columns[scope.find(expression)].type;
    case "unary":
      requireType(expression.operand, scope, expression.operator === "NOT" ? "BOOLEAN" : "REAL", `what ${expression.operator} takes`);
      return typeOf(expression.operand, scope);
    case "binary":
      return typeOfBinary(expression, scope);
    case "like":
      requireType(expression.operand, scope, "TEXT", "what LIKE takes");
      requireType(expression.pattern, scope, "TEXT", "the pattern of LIKE");
      return "BOOLEAN";
    case "among": {
      const type = typeOf(expression.operand, scope);
      for (const choice of expression.choices) {
        const other = typeOf(choice, scope);
        if (!areComparable(type, other)) throw new SqlError(`cannot look for ${type} among ${other}`, choice.at);
      }
      return "BOOLEAN";
    }
    case "isNull":
    case "inQuery":
      typeOf(expression.operand, scope);
      return "BOOLEAN";
    case "exists":
      return "BOOLEAN";
    case "scalarQuery":
      throw new Error("a query inside is planned before its type is asked for");
    case "case": {
      let type: ExpressionType = "NULL";
      for (const { condition, result } of expression.branches) {
        requireType(condition, scope, "BOOLEAN", "the condition of WHEN");
        type = unify(type, typeOf(result, scope), result.at);
      }
      return expression.otherwise === null ? type : unify(type, typeOf(expression.otherwise, scope), expression.otherwise.at);
    }
    case "call":
      return typeOfCall(expression, scope);
  }
}

function unify(first: ExpressionType, second: ExpressionType, at: number): ExpressionType {
  const type = commonType(first, second);
  if (type === null) throw new SqlError(`one result is ${first}, another ${second}`, at);
  return type;
}

function typeOfBinary(expression: BinaryExpression, scope: Scope): ExpressionType {
  const { operator, at } = expression;
  const left = typeOf(expression.left, scope);
  const right = typeOf(expression.right, scope);
  switch (operator) {
    case "AND":
    case "OR":
      requireType(expression.left, scope, "BOOLEAN", `what ${operator} takes`);
      requireType(expression.right, scope, "BOOLEAN", `what ${operator} takes`);
      return "BOOLEAN";
    case "||":
      return "TEXT";
    case "+":
    case "-":
    case "*":
    case "/":
    case "%":
      if (!isNumeric(left) || !isNumeric(right)) throw new SqlError(`cannot compute ${left} ${operator} ${right}`, at);
      return commonType(left, right) ?? "REAL";
    default:
      if (!areComparable(left, right)) throw new SqlError(`cannot compare ${left} with ${right}`, at);
      return "BOOLEAN";
  }
}

function typeOfCall(expression: CallExpression, scope: Scope): ExpressionType {
  const { name, args, at } = expression;
  if (name === "COALESCE") return args.reduce<ExpressionType>((type, arg) => unify(type, typeOf(arg, scope), arg.at), "NULL");
  if (isAggregate(expression)) {
    if (name !== "COUNT" && args.length !== 1) throw new SqlError(`${name} takes one argument`, at);
    if (args.some(containsAggregate)) throw new SqlError(`${name} cannot be taken of another aggregate`, at);
    if (name === "SUM" || name === "AVG") requireType(args[0], scope, "REAL", `what ${name} takes`);
    const types = args.map((arg) => typeOf(arg, scope));
    return name === "COUNT" ? "INTEGER" : name === "AVG" ? "REAL" : types[0];
  }
  const callee = scalarFunctions.get(name);
  if (callee === undefined) throw new SqlError(`there is no function ${name}`, at);
  const { parameters, optional, result } = callee;
  if (args.length > parameters.length || args.length < parameters.length - optional)
    throw new SqlError(`${name} takes ${optional > 0 ? `${parameters.length - optional} to ` : ""}${parameters.length} arguments, not ${args.length}`, at);
  for (const [i, arg] of args.entries()) requireType(arg, scope, parameters[i], `argument ${i + 1} of ${name}`);
  return name === "ABS" ? typeOf(args[0], scope) : result;
}

// ------------------------------------------------------------------------------------------------- expressions

type Evaluator = (row: Row) => Value;

/** % stands for any text, _ for any character. Goes back to the last % only, which is enough. */
function matchesPattern(text: string, pattern: string): boolean {
  let position = 0;
  let place = 0;
  let lastStar = -1;
  let resume = 0;
  while (position < text.length) {
    const wanted = pattern.charAt(place);
    if (wanted === "%") {
      lastStar = place++;
      resume = position;
    } else if (place < pattern.length && (wanted === "_" || wanted === text.charAt(position))) {
      place++;
      position++;
    } else if (lastStar >= 0) {
      place = lastStar + 1;
      position = ++resume;
    } else return false;
  }
  while (pattern.charAt(place) === "%") place++;
  return place === pattern.length;
}

const comparisons: Readonly<Record<Comparison, (order: number) => boolean>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function isComparison(operator: BinaryOperator): operator is Comparison {
  return operator in comparisons;
}

/** A closure that computes a qualified expression from a row of this scope. */
function compile(expression: Expression, scope: Scope): Evaluator {
  switch (expression.kind) {
    case "literal": {
      const { value } = expression;
      return () => value;
    }
    case "slot": {
      const { index } = expression;
      return (row) => row[index];
    }
    case "column": {
      const index = scope.find(expression);
      return (row) => row[index];
    }
    case "unary": {
      const operand = compile(expression.operand, scope);
      if (expression.operator === "NOT") return (row) => negate(operand(row));
      return (row) => {
        const value = operand(row);
        return value === null ? null : -Number(value);
      };
    }
    case "binary":
      return compileBinary(expression, scope);
    case "isNull": {
      const operand = compile(expression.operand, scope);
      const { negated } = expression;
      return (row) => (operand(row) === null) !== negated;
    }
    case "like": {
      const operand = compile(expression.operand, scope);
      const pattern = compile(expression.pattern, scope);
      const { negated } = expression;
      return (row) => {
        const text = operand(row);
        const wanted = pattern(row);
        return typeof text === "string" && typeof wanted === "string" ? matchesPattern(text, wanted) !== negated : null;
      };
    }
    case "among":
      return compileAmong(compile(expression.operand, scope), expression.choices, expression.negated, scope);
    case "case": {
      const branches = expression.branches.map(({ condition, result }) => ({ condition: compile(condition, scope), result: compile(result, scope) }));
      const otherwise: Evaluator = expression.otherwise === null ? () => null : compile(expression.otherwise, scope);
      return (row) => {
        for (const { condition, result } of branches) if (condition(row) === true) return result(row);
        return otherwise(row);
      };
    }
    case "call":
      return compileCall(expression, scope);
    case "inQuery":
    case "exists":
    case "scalarQuery":
      throw new Error("queries inside are answered before");
  }
}

/** Three-valued: what is not known stays so. */
function negate(value: Value): Value {
  return value === null ? null : value !== true;
}

function compileBinary({ operator, left, right, at }: BinaryExpression, scope: Scope): Evaluator {
  const first = compile(left, scope);
  const second = compile(right, scope);
  if (operator === "AND" || operator === "OR") {
    const decisive = operator === "OR";
    return (row) => {
      const value = first(row);
      if (value === decisive) return decisive;
      const other = second(row);
      if (other === decisive) return decisive;
      return value === null || other === null ? null : !decisive;
    };
  }
  if (isComparison(operator)) {
    const holds = comparisons[operator];
    return (row) => {
      const value = first(row);
      const other = second(row);
      return value === null || other === null ? null : holds(compareValues(value, other));
    };
  }
  if (operator === "||") {
    return (row) => {
      const value = first(row);
      const other = second(row);
      return value === null || other === null ? null : String(value) + String(other);
    };
  }
  const compute = arithmetic(operator, typeOf(left, scope) === "INTEGER" && typeOf(right, scope) === "INTEGER", at);
  return (row) => {
    const value = first(row);
    const other = second(row);
    return typeof value === "number" && typeof other === "number" ? compute(value, other) : null;
  };
}

function arithmetic(operator: Exclude<Arithmetic, "||">, whole: boolean, at: number): (left: number, right: number) => number {
  switch (operator) {
    case "+":
      return (left, right) => left + right;
    case "-":
      return (left, right) => left - right;
    case "*":
      return (left, right) => left * right;
    default:
      return (left, right) => {
        if (right === 0) throw new SqlError("division by zero", at);
        if (operator === "%") return left % right;
        return whole ? Math.trunc(left / right) : left / right;
      };
  }
}

function compileAmong(operand: Evaluator, choices: readonly Expression[], negated: boolean, scope: Scope): Evaluator {
  const known = new Set<Value>();
  const others: Evaluator[] = [];
  for (const choice of choices) {
    if (choice.kind === "literal") known.add(choice.value);
    else others.push(compile(choice, scope));
  }
  const hasNull = known.delete(null);
  return (row) => {
    const value = operand(row);
    if (value === null) return null;
    if (known.has(value)) return !negated;
    let unknown = hasNull;
    for (const other of others) {
      const choice = other(row);
      if (choice === null) unknown = true;
      else if (compareValues(choice, value) === 0) return !negated;
    }
    return unknown ? null : negated;
  };
}

function compileCall(expression: CallExpression, scope: Scope): Evaluator {
  const { name, at } = expression;
  const args = expression.args.map((arg) => compile(arg, scope));
  if (name === "COALESCE") {
    return (row) => {
      for (const arg of args) {
        const value = arg(row);
        if (value !== null) return value;
      }
      return null;
    };
  }
  const callee = scalarFunctions.get(name);
  if (callee === undefined) throw new SqlError(`${name} is not allowed here`, at);
  return (row) => {
    const values = args.map((arg) => arg(row));
    return values.includes(null) ? null : callee.apply(values);
  };
}

/** The parts of a condition that must all hold. */
function conjunctsOf(condition: Expression | null): Expression[] {
  if (condition === null) return [];
  if (condition.kind !== "binary" || condition.operator !== "AND") return [condition];
  return [...conjunctsOf(condition.left), ...conjunctsOf(condition.right)];
}

/** The conjuncts as one condition that is computed at once, or null if there are none. */
function compileAll(conjuncts: readonly Expression[], scope: Scope): Evaluator | null {
  if (conjuncts.length === 0) return null;
  const tests = conjuncts.map((conjunct) => compile(conjunct, scope));
  return (row) => tests.every((test) => test(row) === true);
}

/** The tables that a qualified expression speaks of. */
function tablesOf(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === "column" && expression.table !== null) found.add(expression.table);
  for (const part of partsOf(expression)) tablesOf(part, found);
  return found;
}

// ------------------------------------------------------------------------------------------------- aggregates

abstract class Accumulator {
  abstract add(value: Value): void;
  abstract result(): Value;

  static for({ name, args, distinct }: CallExpression): Accumulator {
    const plain = Accumulator.plain(name, args.length === 0);
    return distinct ? new DistinctAccumulator(plain) : plain;
  }

  private static plain(name: string, all: boolean): Accumulator {
    switch (name) {
      case "COUNT":
        return new Count(all);
      case "SUM":
        return new Sum();
      case "AVG":
        return new Average();
      default:
        return new Extreme(name === "MIN" ? -1 : 1);
    }
  }
}

class Count extends Accumulator {
  private count = 0;

  constructor(private readonly countsNull: boolean) {
    super();
  }

  add(value: Value): void {
    if (this.countsNull || value !== null) this.count++;
  }

  result(): Value {
    return this.count;
  }
}

class Sum extends Accumulator {
  protected sum = 0;
  protected count = 0;

  add(value: Value): void {
    if (typeof value !== "number") return;
    this.sum += value;
    this.count++;
  }

  result(): Value {
    return this.count === 0 ? null : this.sum;
  }
}

class Average extends Sum {
  override result(): Value {
    return this.count === 0 ? null : this.sum / this.count;
  }
}

class Extreme extends Accumulator {
  private best: Value = null;

  constructor(private readonly direction: number) {
    super();
  }

  add(value: Value): void {
    if (value === null) return;
    if (this.best === null || compareValues(value, this.best) * this.direction > 0) this.best = value;
  }

  result(): Value {
    return this.best;
  }
}

class DistinctAccumulator extends Accumulator {
  private readonly seen = new Set<Value>();

  constructor(private readonly inner: Accumulator) {
    super();
  }

  add(value: Value): void {
    if (this.seen.has(value)) return;
    this.seen.add(value);
    this.inner.add(value);
  }

  result(): Value {
    return this.inner.result();
  }
}

// ------------------------------------------------------------------------------------------------- operators

/** A step of a plan: a stream of rows, with what the planner expects of it. */
abstract class Operator {
  constructor(
    readonly scope: Scope,
    readonly children: readonly Operator[],
    readonly estimate: number,
    readonly cost: number,
  ) {}

  abstract describe(): string;
  abstract rows(): Generator<Row>;

  /** The column whose order the rows have, as text; null if none. */
  get sortedBy(): string | null {
    return null;
  }
}

/** One row without columns: what SELECT without FROM reads. */
class OneRow extends Operator {
  constructor() {
    super(new Scope([]), [], 1, 0);
  }

  describe(): string {
    return "one row";
  }

  *rows(): Generator<Row> {
    yield [];
  }
}

abstract class TableAccess extends Operator {
  constructor(
    readonly table: Table,
    readonly alias: string,
    estimate: number,
    cost: number,
  ) {
    super(new Scope(table.columns.map(({ name, type }) => ({ table: alias, name, type }))), [], estimate, cost);
  }

  abstract ids(): Generator<number>;

  *rows(): Generator<Row> {
    const { heap } = this.table;
    for (const id of this.ids()) yield heap.read(id);
  }

  protected get label(): string {
    return this.alias === this.table.name ? this.alias : `${this.table.name} as ${this.alias}`;
  }
}

class TableScan extends TableAccess {
  constructor(table: Table, alias: string) {
    super(table, alias, table.rowCount, table.heap.pages.length + table.rowCount * rowCost);
  }

  describe(): string {
    return `scan ${this.label}`;
  }

  ids(): Generator<number> {
    return this.table.heap.ids();
  }
}

class IndexScan extends TableAccess {
  constructor(
    table: Table,
    alias: string,
    private readonly index: Index,
    private readonly range: KeyRange,
    selectivity: number,
  ) {
    const estimate = table.rowCount * selectivity;
    super(table, alias, estimate, index.tree.height + estimate * fetchCost);
  }

  describe(): string {
    const { low, lowIncluded = true, high, highIncluded = true } = this.range;
    const from = low === undefined ? "" : `${showLiteral(low)} ${lowIncluded ? "<=" : "<"} `;
    const to = high === undefined ? "" : ` ${highIncluded ? "<=" : "<"} ${showLiteral(high)}`;
    return `search ${this.label} by ${this.index.name}: ${from}${this.table.columns[this.index.column].name}${to}`;
  }

  ids(): Generator<number> {
    return this.index.tree.search(this.range);
  }

  override get sortedBy(): string {
    return `${this.alias}.${this.table.columns[this.index.column].name}`;
  }
}

class Filter extends Operator {
  private readonly test: Evaluator | null;

  constructor(
    private readonly input: Operator,
    private readonly conjuncts: readonly Expression[],
  ) {
    const selectivity = conjuncts.reduce((product, conjunct) => product * selectivityOf(conjunct), 1);
    super(input.scope, [input], input.estimate * selectivity, input.cost + input.estimate * rowCost);
    this.test = compileAll(conjuncts, input.scope);
  }

  describe(): string {
    return `filter ${this.conjuncts.map(showExpression).join(" AND ")}`;
  }

  *rows(): Generator<Row> {
    for (const row of this.input.rows()) if (this.test === null || this.test(row) === true) yield row;
  }

  override get sortedBy(): string | null {
    return this.input.sortedBy;
  }
}

class Project extends Operator {
  private readonly evaluators: readonly Evaluator[];

  constructor(
    private readonly input: Operator,
    private readonly expressions: readonly Expression[],
    scope: Scope,
  ) {
    super(scope, [input], input.estimate, input.cost + input.estimate * rowCost);
    this.evaluators = expressions.map((expression) => compile(expression, input.scope));
  }

  describe(): string {
    return `compute ${this.expressions.map(showExpression).join(", ")}`;
  }

  *rows(): Generator<Row> {
    for (const row of this.input.rows()) yield this.evaluators.map((evaluate) => evaluate(row));
  }
}

/** What joins have in common: each left row meets its candidates; an outer join keeps those that meet none. */
abstract class Join extends Operator {
  private readonly test: Evaluator | null;

  constructor(
    protected readonly left: Operator,
    rightScope: Scope,
    children: readonly Operator[],
    private readonly outer: boolean,
    protected readonly residual: readonly Expression[],
    estimate: number,
    cost: number,
  ) {
    super(left.scope.joined(rightScope), children, estimate, cost);
    this.test = compileAll(residual, this.scope);
  }

  /** Called once before the first row. */
  protected abstract prepare(): void;
  protected abstract candidates(row: Row): Iterable<Row>;
  protected abstract method(): string;

  protected leftRows(): Iterable<Row> {
    return this.left.rows();
  }

  describe(): string {
    const residual = this.residual.length === 0 ? "" : ` where ${this.residual.map(showExpression).join(" AND ")}`;
    return `${this.outer ? "outer " : ""}${this.method()}${residual}`;
  }

  *rows(): Generator<Row> {
    this.prepare();
    const { test, outer } = this;
    const absent: Row = new Array<Value>(this.scope.columns.length - this.left.scope.columns.length).fill(null);
    for (const left of this.leftRows()) {
      let matched = false;
      for (const right of this.candidates(left)) {
        const row = [...left, ...right];
        if (test !== null && test(row) !== true) continue;
        matched = true;
        yield row;
      }
      if (outer && !matched) yield [...left, ...absent];
    }
  }
}

class NestedLoopJoin extends Join {
  private inner: Row[] = [];

  constructor(left: Operator, private readonly right: Operator, outer: boolean, residual: readonly Expression[], estimate: number) {
    super(left, right.scope, [left, right], outer, residual, estimate, left.cost + right.cost + left.estimate * right.estimate * rowCost);
  }

  protected method(): string {
    return "nested loop join";
  }

  protected prepare(): void {
    this.inner = [...this.right.rows()];
  }

  protected candidates(): Iterable<Row> {
    return this.inner;
  }
}

/** An equality of an expression over the rows at the left and one over those at the right. */
interface KeyPair {
  readonly left: Expression;
  readonly right: Expression;
  readonly condition: Expression;
}

class HashJoin extends Join {
  private readonly buckets = new Map<Value, Row[]>();
  private readonly leftKeys: readonly Evaluator[];
  private readonly rightKeys: readonly Evaluator[];

  constructor(left: Operator, private readonly right: Operator, private readonly pairs: readonly KeyPair[], outer: boolean, residual: readonly Expression[], estimate: number) {
    // A table that outgrows its budget would go to disk and back.
    const spill = right.estimate > hashBudget ? 8 : 1;
    super(left, right.scope, [left, right], outer, residual, estimate, left.cost + right.cost + (left.estimate + right.estimate * 2) * rowCost * spill);
    this.leftKeys = pairs.map((pair) => compile(pair.left, left.scope));
    this.rightKeys = pairs.map((pair) => compile(pair.right, right.scope));
  }

  protected method(): string {
    return `hash join on ${this.pairs.map((pair) => showExpression(pair.condition)).join(" AND ")}`;
  }

  protected prepare(): void {
    this.buckets.clear();
    for (const row of this.right.rows()) {
      const values = this.rightKeys.map((key) => key(row));
      if (values.includes(null)) continue;
      const key = keyOf(values);
      const bucket = this.buckets.get(key);
      if (bucket === undefined) this.buckets.set(key, [row]);
      else bucket.push(row);
    }
  }

  protected candidates(row: Row): Iterable<Row> {
    const values = this.leftKeys.map((key) => key(row));
    return values.includes(null) ? [] : (this.buckets.get(keyOf(values)) ?? []);
  }
}

/** Both sides in the order of their keys: one walk along them finds all pairs. */
class MergeJoin extends Join {
  private readonly leftKey: Evaluator;
  private readonly rightKey: Evaluator;
  private rightRows: Row[] = [];
  private groupStart = 0;

  constructor(left: Operator, private readonly right: Operator, private readonly pair: KeyPair, outer: boolean, residual: readonly Expression[], estimate: number) {
    const cost = sortCost(left, pair.left) + sortCost(right, pair.right) + (left.estimate + right.estimate) * rowCost;
    super(left, right.scope, [left, right], outer, residual, estimate, left.cost + right.cost + cost);
    this.leftKey = compile(pair.left, left.scope);
    this.rightKey = compile(pair.right, right.scope);
  }

  protected method(): string {
    return `merge join on ${showExpression(this.pair.condition)}`;
  }

  protected prepare(): void {
    this.rightRows = MergeJoin.inOrder(this.right, this.pair.right, this.rightKey);
    this.groupStart = 0;
  }

  protected override leftRows(): Iterable<Row> {
    return MergeJoin.inOrder(this.left, this.pair.left, this.leftKey);
  }

  private static inOrder(input: Operator, expression: Expression, key: Evaluator): Row[] {
    const rows = [...input.rows()];
    return input.sortedBy === showExpression(expression) ? rows : rows.sort((first, second) => compareValues(key(first), key(second)));
  }

  protected *candidates(row: Row): Generator<Row> {
    const wanted = this.leftKey(row);
    if (wanted === null) return;
    const { rightRows, rightKey } = this;
    while (this.groupStart < rightRows.length && compareValues(rightKey(rightRows[this.groupStart]), wanted) < 0) this.groupStart++;
    for (let i = this.groupStart; i < rightRows.length && compareValues(rightKey(rightRows[i]), wanted) === 0; i++) yield rightRows[i];
  }

  override get sortedBy(): string {
    return showExpression(this.pair.left);
  }
}

/** Searches the index of the right table for each left row. */
class IndexJoin extends Join {
  private readonly leftKey: Evaluator;

  constructor(left: Operator, private readonly access: TableAccess, private readonly index: Index, private readonly pair: KeyPair, outer: boolean, residual: readonly Expression[], estimate: number) {
    const matches = access.table.rowCount / index.tree.distinct;
    super(left, access.scope, [left], outer, residual, estimate, left.cost + left.estimate * (index.tree.height * rowCost + matches * fetchCost));
    this.leftKey = compile(pair.left, left.scope);
  }

  protected method(): string {
    return `index join with ${this.access.table.name} by ${this.index.name} on ${showExpression(this.pair.condition)}`;
  }

  protected prepare(): void {}

  protected *candidates(row: Row): Generator<Row> {
    const key = this.leftKey(row);
    if (key === null) return;
    for (const id of this.index.tree.search({ low: key, high: key })) yield this.access.table.heap.read(id);
  }
}

interface Group {
  readonly keys: Row;
  readonly accumulators: readonly Accumulator[];
}

class Aggregate extends Operator {
  private readonly keys: readonly Evaluator[];
  private readonly args: readonly Evaluator[];

  constructor(
    private readonly input: Operator,
    private readonly groupBy: readonly Expression[],
    private readonly calls: readonly CallExpression[],
  ) {
    const columns = [...groupBy, ...calls].map((expression) => ({ table: "", name: showExpression(expression), type: typeOf(expression, input.scope) }));
    super(new Scope(columns), [input], groupBy.length === 0 ? 1 : Math.sqrt(input.estimate), input.cost + input.estimate * 2 * rowCost);
    this.keys = groupBy.map((key) => compile(key, input.scope));
    this.args = calls.map(({ args }) => (args.length === 0 ? () => null : compile(args[0], input.scope)));
  }

  describe(): string {
    const by = this.groupBy.length === 0 ? "" : ` by ${this.groupBy.map(showExpression).join(", ")}`;
    return `aggregate ${this.calls.map(showExpression).join(", ")}${by}`;
  }

  *rows(): Generator<Row> {
    const groups = new Map<Value, Group>();
    const newGroup = (keys: Row): Group => ({ keys, accumulators: this.calls.map((call) => Accumulator.for(call)) });
    // Without GROUP BY there is one group, even of no rows.
    if (this.keys.length === 0) groups.set("", newGroup([]));
    for (const row of this.input.rows()) {
      const keys = this.keys.map((key) => key(row));
      const key = keys.length === 0 ? "" : keyOf(keys);
      let group = groups.get(key);
      if (group === undefined) {
        group = newGroup(keys);
        groups.set(key, group);
      }
      for (const [i, accumulator] of group.accumulators.entries()) accumulator.add(this.args[i](row));
    }
    for (const { keys, accumulators } of groups.values()) yield [...keys, ...accumulators.map((accumulator) => accumulator.result())];
  }
}

interface SortKey {
  readonly index: number;
  readonly descending: boolean;
}

class Sort extends Operator {
  constructor(
    private readonly input: Operator,
    private readonly keys: readonly SortKey[],
  ) {
    super(input.scope, [input], input.estimate, input.cost + input.estimate * Math.log2(input.estimate + 2) * rowCost);
  }

  describe(): string {
    return `sort by ${this.keys.map(({ index, descending }) => this.scope.columns[index].name + (descending ? " descending" : "")).join(", ")}`;
  }

  *rows(): Generator<Row> {
    yield* [...this.input.rows()].sort((first, second) => {
      for (const { index, descending } of this.keys) {
        const order = compareValues(first[index], second[index]);
        if (order !== 0) return descending ? -order : order;
      }
      return 0;
    });
  }
}

class Distinct extends Operator {
  constructor(private readonly input: Operator) {
    super(input.scope, [input], input.estimate / 2, input.cost + input.estimate * rowCost);
  }

  describe(): string {
    return "distinct";
  }

  *rows(): Generator<Row> {
    const seen = new Set<Value>();
    for (const row of this.input.rows()) {
      const key = keyOf(row);
      if (seen.has(key)) continue;
      seen.add(key);
      yield row;
    }
  }
}

class Limit extends Operator {
  constructor(
    private readonly input: Operator,
    private readonly limit: number,
    private readonly offset: number,
  ) {
    super(input.scope, [input], Math.min(limit, input.estimate), input.cost);
  }

  describe(): string {
    return `limit ${this.limit}${this.offset === 0 ? "" : ` after ${this.offset}`}`;
  }

  *rows(): Generator<Row> {
    let number = 0;
    if (this.limit === 0) return;
    for (const row of this.input.rows()) {
      number++;
      if (number > this.offset) yield row;
      if (number === this.offset + this.limit) return;
    }
  }
}

// ------------------------------------------------------------------------------------------------- planner

// What the work costs, in pages read.
const rowCost = 0.01;
const fetchCost = 0.03;
/** From this many rows on a hash table counts as too large. */
const hashBudget = 4000;

function sortCost(input: Operator, key: Expression): number {
  return input.sortedBy === showExpression(key) ? 0 : input.estimate * Math.log2(input.estimate + 2) * rowCost;
}

/** Which part of the rows a condition keeps, as far as its form tells. */
function selectivityOf(condition: Expression): number {
  switch (condition.kind) {
    case "binary":
      if (condition.operator === "OR") return Math.min(1, selectivityOf(condition.left) + selectivityOf(condition.right));
      return condition.operator === "=" ? 0.05 : 0.3;
    case "among":
      return Math.min(1, 0.05 * condition.choices.length);
    case "isNull":
      return condition.negated ? 0.9 : 0.1;
    case "like":
      return 0.2;
    default:
      return 0.5;
  }
}

const mirrored: Readonly<Record<Comparison, Comparison>> = { "=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** What the conjuncts say about a column in comparisons with constants, and how selective that is. */
function rangeOf(conjuncts: readonly Expression[], alias: string, column: string, distinct: number): { range: KeyRange; selectivity: number } {
  let range: KeyRange = {};
  let selectivity = 1;
  for (const conjunct of conjuncts) {
    if (conjunct.kind !== "binary" || !isComparison(conjunct.operator)) continue;
    const swapped = conjunct.left.kind === "literal";
    const [reference, constant] = swapped ? [conjunct.right, conjunct.left] : [conjunct.left, conjunct.right];
    if (reference.kind !== "column" || reference.table !== alias || reference.name !== column) continue;
    if (constant.kind !== "literal" || constant.value === null) continue;
    const { value } = constant;
    const operator = swapped ? mirrored[conjunct.operator] : conjunct.operator;
    if (operator === "=") return { range: { low: value, high: value }, selectivity: 1 / distinct };
    if (operator === "<>") continue;
    selectivity *= 0.3;
    if (operator === ">" || operator === ">=") range = { ...range, low: value, lowIncluded: operator === ">=" };
    else range = { ...range, high: value, highIncluded: operator === "<=" };
  }
  return { range, selectivity };
}

/** The cheapest way to the rows of a table that may fulfil the conjuncts. */
function bestAccess(table: Table, alias: string, conjuncts: readonly Expression[]): TableAccess {
  let best: TableAccess = new TableScan(table, alias);
  for (const index of table.indexes) {
    const { range, selectivity } = rangeOf(conjuncts, alias, table.columns[index.column].name, index.tree.distinct);
    if (selectivity === 1 && range.low === undefined) continue;
    const scan = new IndexScan(table, alias, index, range, selectivity);
    if (scan.cost < best.cost) best = scan;
  }
  return best;
}

interface Source {
  readonly alias: string;
  /** Null for a query in the place of a table. */
  readonly access: TableAccess | null;
  readonly operator: Operator;
  readonly outer: boolean;
  /** The condition of an outer join, which decides what is joined rather than what remains. */
  readonly conjuncts: readonly Expression[];
}

function filtered(input: Operator, conjuncts: readonly Expression[]): Operator {
  return conjuncts.length === 0 ? input : new Filter(input, conjuncts);
}

class Planner {
  constructor(private readonly tables: ReadonlyMap<string, Table>) {}

  table(name: string, at: number): Table {
    const table = this.tables.get(name);
    if (table !== undefined) return table;
    const near = [...this.tables.keys()].find((other) => isSimilar(other, name));
    throw new SqlError(`there is no table ${name}${near === undefined ? "" : `; did you mean ${near}?`}`, at);
  }

  /**
   * Gives columns their tables, answers the queries inside, and checks types. A query inside sees nothing of the one
   * around it, so it is answered once, before the other is planned: its answer is a constant that an index may serve.
   */
  qualify(expression: Expression, scope: Scope): Expression {
    const result = this.withNames(expression, scope);
    typeOf(result, scope);
    return result;
  }

  private withNames(expression: Expression, scope: Scope): Expression {
    const { at } = expression;
    switch (expression.kind) {
      case "column": {
        const { table, name } = scope.columns[scope.find(expression)];
        return { kind: "column", table, name, at };
      }
      case "exists":
        return { kind: "literal", value: !this.select(expression.query).rows().next().done, type: "BOOLEAN", at };
      case "scalarQuery": {
        const { type, values } = this.oneColumn(expression.query, at);
        if (values.length > 1) throw new SqlError(`a query in the place of a value gave ${values.length} rows`, at);
        return { kind: "literal", value: values.length === 0 ? null : values[0], type, at };
      }
      case "inQuery": {
        const { type, values } = this.oneColumn(expression.query, at);
        const choices = values.map((value): Expression => ({ kind: "literal", value, type, at }));
        return { kind: "among", operand: this.withNames(expression.operand, scope), choices, negated: expression.negated, at };
      }
      default:
        return withParts(expression, (part) => this.withNames(part, scope));
    }
  }

  private oneColumn(query: Select, at: number): { type: ExpressionType; values: Value[] } {
    const plan = this.select(query);
    if (plan.scope.columns.length !== 1) throw new SqlError(`a query in the place of a value has ${plan.scope.columns.length} columns`, at);
    return { type: plan.scope.columns[0].type, values: Array.from(plan.rows(), (row) => row[0]) };
  }

  select(query: Select): Operator {
    const joined = this.planFrom(query);
    const { scope } = joined;
    const items = this.expandItems(query.items, joined.scope);
    const written = items.map((item) => item.expression);
    const meant = (expression: Expression): Expression => this.qualify(this.resolveAlias(expression, items, scope), scope);
    let expressions = [...written, ...query.orderBy.map((order) => meant(order.expression))];
    let input = joined;
    const groupBy = query.groupBy.map(meant);
    const having = conjunctsOf(query.having).map((conjunct) => this.condition(conjunct, scope, "HAVING"));
    if (groupBy.length > 0 || having.length > 0 || expressions.some(containsAggregate)) {
      const calls = new Map<string, CallExpression>();
      for (const expression of [...expressions, ...having]) collectAggregates(expression, calls);
      const aggregate = new Aggregate(input, groupBy, [...calls.values()]);
      const overGroups = (expression: Expression): Expression => replaceGrouped(expression, aggregate.scope);
      expressions = expressions.map(overGroups);
      input = filtered(aggregate, having.map(overGroups));
    }
    return this.planOutput(query, input, expressions, items.map((item) => item.name));
  }

  /** Computes the columns and, beside them, what they are ordered by; that is cut off at the end. */
  private planOutput(query: Select, input: Operator, expressions: Expression[], names: readonly string[]): Operator {
    const width = names.length;
    const columns: ScopeColumn[] = [];
    const computed: Expression[] = [];
    const places = new Map<string, number>();
    for (const [i, expression] of expressions.entries()) {
      const text = showExpression(expression);
      if (i >= width && places.has(text)) continue;
      if (i >= width && query.distinct) throw new SqlError("DISTINCT rows are ordered by what is selected only", expression.at);
      if (!places.has(text)) places.set(text, i < width ? i : computed.length);
      columns.push({ table: "", name: i < width ? names[i] : text, type: typeOf(expression, input.scope) });
      computed.push(expression);
    }
    let output: Operator = new Project(input, computed, new Scope(columns));
    if (query.distinct) output = new Distinct(output);
    const keys = query.orderBy.map(({ descending }, i) => ({ index: places.get(showExpression(expressions[width + i])) ?? 0, descending }));
    if (keys.length > 0) output = new Sort(output, keys);
    if (query.limit !== null || query.offset > 0) output = new Limit(output, query.limit ?? Number.POSITIVE_INFINITY, query.offset);
    if (computed.length === width) return output;
    const visible = columns.slice(0, width);
    return new Project(output, visible.map(({ type, name }, index): Expression => ({ kind: "slot", index, type, label: name, at: -1 })), new Scope(visible));
  }

  private condition(expression: Expression, scope: Scope, clause: string): Expression {
    const condition = this.qualify(expression, scope);
    requireType(condition, scope, "BOOLEAN", clause);
    return condition;
  }

  private expandItems(items: readonly SelectItem[], scope: Scope): { expression: Expression; name: string }[] {
    return items.flatMap((item) => {
      if (item.kind === "expression") {
        const { expression, alias } = item;
        return [{ expression: this.qualify(expression, scope), name: alias ?? (expression.kind === "column" ? expression.name : showExpression(expression)) }];
      }
      const columns = scope.columns.filter((column) => item.table === null || column.table === item.table);
      if (columns.length === 0) throw new SqlError(item.table === null ? "there are no columns without FROM" : `there is no table ${item.table} in this query`, item.at);
      return columns.map(({ table, name }) => ({ expression: { kind: "column", table, name, at: item.at } as const, name }));
    });
  }

  /** ORDER BY and GROUP BY may name a selected column by its alias or its number. */
  private resolveAlias(expression: Expression, items: readonly { expression: Expression; name: string }[], scope: Scope): Expression {
    if (expression.kind === "literal" && expression.type === "INTEGER") {
      const number = Number(expression.value);
      if (number < 1 || number > items.length) throw new SqlError(`there is no selected column ${number}`, expression.at);
      return items[number - 1].expression;
    }
    if (expression.kind !== "column" || expression.table !== null) return expression;
    if (scope.columns.some((column) => column.name === expression.name)) return expression;
    return items.find((item) => item.name === expression.name)?.expression ?? expression;
  }

  private planFrom(query: Select): Operator {
    if (query.from === null) {
      const scope = new Scope([]);
      return filtered(new OneRow(), conjunctsOf(query.where).map((conjunct) => this.condition(conjunct, scope, "WHERE")));
    }
    const clauses: JoinClause[] = [{ outer: false, reference: query.from, condition: null }, ...query.joins];
    const inputs = clauses.map(({ reference }) => this.planReference(reference));
    let scope = new Scope([]);
    const seen = new Set<string>();
    const remaining: Expression[] = [];
    const outerConditions: Expression[][] = [];
    for (const [i, { outer, reference, condition }] of clauses.entries()) {
      if (seen.has(reference.alias)) throw new SqlError(`${reference.alias} is in FROM twice; give one of them an alias`, reference.at);
      seen.add(reference.alias);
      scope = scope.joined(inputs[i].scope);
      const visible = scope;
      const conjuncts = conjunctsOf(condition).map((conjunct) => this.condition(conjunct, visible, "ON"));
      outerConditions.push(outer ? conjuncts : []);
      if (!outer) remaining.push(...conjuncts);
    }
    remaining.push(...conjunctsOf(query.where).map((conjunct) => this.condition(conjunct, scope, "WHERE")));
    const sources = clauses.map(({ outer, reference: { alias } }, i) => this.planSource(alias, inputs[i], outer, outerConditions[i], remaining));
    return this.planJoins(sources, remaining);
  }

  private planReference({ table, query, alias, at }: TableReference): Operator {
    if (query === null) return new TableScan(this.table(table, at), alias);
    const inner = this.select(query);
    const columns = inner.scope.columns.map(({ name, type }) => ({ table: alias, name, type }));
    return new Project(inner, columns.map(({ name, type }, index): Expression => ({ kind: "slot", index, type, label: name, at })), new Scope(columns));
  }

  /** Conditions on one table sink to it; but WHERE on the right of an outer join holds after the join only. */
  private planSource(alias: string, input: Operator, outer: boolean, outerConjuncts: readonly Expression[], remaining: Expression[]): Source {
    const own: Expression[] = [];
    const isOwn = (conjunct: Expression): boolean => {
      const tables = tablesOf(conjunct);
      return tables.size === 1 && tables.has(alias);
    };
    if (outer) own.push(...outerConjuncts.filter(isOwn));
    else for (let i = remaining.length - 1; i >= 0; i--) if (isOwn(remaining[i])) own.unshift(...remaining.splice(i, 1));
    const access = input instanceof TableAccess ? bestAccess(input.table, alias, own) : null;
    const conjuncts = outerConjuncts.filter((conjunct) => !isOwn(conjunct));
    return { alias, access: own.length === 0 ? access : null, operator: filtered(access ?? input, own), outer, conjuncts };
  }

  /** Greedy: from the smallest source on always the cheapest join. Outer joins keep the order in which they are written. */
  private planJoins(sources: readonly Source[], remaining: Expression[]): Operator {
    const waiting = [...sources];
    const fixedOrder = sources.some((source) => source.outer);
    if (!fixedOrder) waiting.sort((first, second) => first.operator.estimate - second.operator.estimate);
    const [first] = waiting.splice(0, 1);
    let current = first.operator;
    const joined = new Set([first.alias]);
    while (waiting.length > 0) {
      let best: { plan: Operator; place: number; used: readonly Expression[]; connected: boolean } | null = null;
      for (const [place, source] of waiting.entries()) {
        const usable = (source.outer ? source.conjuncts : remaining).filter((conjunct) => {
          const tables = [...tablesOf(conjunct)];
          return tables.includes(source.alias) && tables.every((table) => table === source.alias || joined.has(table));
        });
        const plan = this.bestJoin(current, source, usable);
        const connected = usable.length > 0;
        // A product of tables that nothing connects comes last, however small it looks.
        if (best === null || (connected && !best.connected) || (connected === best.connected && plan.cost < best.plan.cost)) best = { plan, place, used: usable, connected };
        if (fixedOrder) break;
      }
      if (best === null) break;
      const { plan, place, used } = best;
      const [source] = waiting.splice(place, 1);
      joined.add(source.alias);
      current = plan;
      if (!source.outer) for (const conjunct of used) remaining.splice(remaining.indexOf(conjunct), 1);
    }
    return filtered(current, remaining);
  }

  private bestJoin(left: Operator, source: Source, conjuncts: readonly Expression[]): Operator {
    const { operator: right, access, alias, outer } = source;
    const pairs = conjuncts.flatMap((conjunct) => keyPairOf(conjunct, alias));
    const selectivity = conjuncts.reduce((product, conjunct) => product * (pairs.some((pair) => pair.condition === conjunct) ? 1 : 0.3), 1);
    const product = left.estimate * right.estimate;
    const estimate = pairs.length === 0 ? product * selectivity : (product * selectivity) / Math.max(1, left.estimate, right.estimate);
    const plans: Operator[] = [new NestedLoopJoin(left, right, outer, conjuncts, estimate)];
    if (pairs.length > 0) {
      const others = conjuncts.filter((conjunct) => pairs.every((pair) => pair.condition !== conjunct));
      plans.push(new HashJoin(left, right, pairs, outer, others, estimate));
    }
    for (const pair of pairs) {
      const others = conjuncts.filter((conjunct) => conjunct !== pair.condition);
      plans.push(new MergeJoin(left, right, pair, outer, others, estimate));
      const { right: key } = pair;
      if (access === null || key.kind !== "column") continue;
      const index = access.table.indexes.find(({ column }) => access.table.columns[column].name === key.name);
      if (index !== undefined) plans.push(new IndexJoin(left, access, index, pair, outer, others, estimate));
    }
    return plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best));
  }
}

/** An equality between what was joined and the table `alias`, turned so that the table is at the right. */
function keyPairOf(condition: Expression, alias: string): KeyPair[] {
  if (condition.kind !== "binary" || condition.operator !== "=") return [];
  const { left, right } = condition;
  const isRight = (tables: ReadonlySet<string>): boolean => tables.size === 1 && tables.has(alias);
  const [leftTables, rightTables] = [tablesOf(left), tablesOf(right)];
  if (isRight(rightTables) && leftTables.size > 0 && !leftTables.has(alias)) return [{ left, right, condition }];
  if (isRight(leftTables) && rightTables.size > 0 && !rightTables.has(alias)) return [{ left: right, right: left, condition }];
  return [];
}

function collectAggregates(expression: Expression, calls: Map<string, CallExpression>): void {
  if (isAggregate(expression)) calls.set(showExpression(expression), expression);
  else for (const part of partsOf(expression)) collectAggregates(part, calls);
}

/** The expression over the rows of an aggregation: its keys and aggregates become columns of those. */
function replaceGrouped(expression: Expression, scope: Scope): Expression {
  const text = showExpression(expression);
  const index = scope.columns.findIndex((column) => column.name === text);
  if (index >= 0) return { kind: "slot", index, type: scope.columns[index].type, label: text, at: expression.at };
  if (expression.kind === "column") throw new SqlError(`${text} is neither in GROUP BY nor inside an aggregate`, expression.at);
  return withParts(expression, (part) => replaceGrouped(part, scope));
}

// ------------------------------------------------------------------------------------------------- database

/** What a statement gives back: rows, or a word on what it did. */
type Answer = { readonly kind: "rows"; readonly columns: readonly ScopeColumn[]; readonly rows: readonly Row[] } | { readonly kind: "done"; readonly message: string };

class Database {
  private readonly tables = new Map<string, Table>();
  private readonly planner = new Planner(this.tables);
  /** What ROLLBACK takes back; null outside a transaction. */
  private transaction: UndoLog | null = null;

  /** Runs statements one after the other; a failing one leaves no trace, and those after it do not run. */
  *run(source: string): Generator<Answer> {
    for (const statement of new Parser(source).statements()) {
      const undo: UndoLog = [];
      try {
        yield this.execute(statement, undo);
      } catch (error) {
        takeBack(undo);
        throw error;
      }
      this.transaction?.push(...undo);
    }
  }

  private execute(statement: Statement, undo: UndoLog): Answer {
    switch (statement.kind) {
      case "select": {
        const plan = this.planner.select(statement);
        return { kind: "rows", columns: plan.scope.columns, rows: [...plan.rows()] };
      }
      case "explain":
        return { kind: "rows", columns: [{ table: "", name: "plan", type: "TEXT" }], rows: [...explain(this.planner.select(statement.query))].map((line) => [line]) };
      case "createTable":
        return this.createTable(statement.table, statement.columns, statement.at, undo);
      case "createIndex": {
        const table = this.planner.table(statement.table, statement.at);
        table.addIndex(statement.index, table.columnIndex(statement.column, statement.at), statement.unique);
        undo.push(() => table.indexes.pop());
        return done(`index ${statement.index} of ${table.rowCount} rows`);
      }
      case "dropTable": {
        const table = this.planner.table(statement.table, statement.at);
        this.tables.delete(table.name);
        undo.push(() => this.tables.set(table.name, table));
        return done(`table ${table.name} dropped`);
      }
      case "insert":
        return this.insert(statement, undo);
      case "update":
        return this.update(statement, undo);
      case "delete": {
        const table = this.planner.table(statement.table, statement.at);
        const ids = this.matching(table, statement.where);
        for (const id of ids) table.delete(id, undo);
        return done(`${ids.length} deleted from ${table.name}`);
      }
      case "begin":
        if (this.transaction !== null) throw new SqlError("a transaction has begun already");
        this.transaction = [];
        return done("transaction begun");
      case "commit":
      case "rollback": {
        if (this.transaction === null) throw new SqlError("no transaction has begun");
        const log = this.transaction;
        this.transaction = null;
        if (statement.kind === "rollback") takeBack(log);
        return done(statement.kind === "commit" ? "committed" : "rolled back");
      }
    }
  }

  private createTable(name: string, columns: readonly ColumnDefinition[], at: number, undo: UndoLog): Answer {
    if (this.tables.has(name)) throw new SqlError(`there is a table ${name} already`, at);
    for (const [i, column] of columns.entries())
      if (columns.findIndex((other) => other.name === column.name) !== i) throw new SqlError(`the column ${column.name} is there twice`, at);
    this.tables.set(name, new Table(name, columns));
    undo.push(() => this.tables.delete(name));
    return done(`table ${name} of ${columns.length} columns`);
  }

  private insert({ table: name, columns, rows, query, at }: Extract<Statement, { kind: "insert" }>, undo: UndoLog): Answer {
    const table = this.planner.table(name, at);
    const places = columns === null ? table.columns.map((_, i) => i) : columns.map((column) => table.columnIndex(column, at));
    const store = (values: Row, types: readonly ExpressionType[]): void => {
      if (values.length !== places.length) throw new SqlError(`${places.length} columns, but ${values.length} values`, at);
      const row = new Array<Value>(table.columns.length).fill(null);
      for (const [i, place] of places.entries()) row[place] = asColumnValue(values[i], types[i], table.columns[place], at);
      table.insert(row, undo);
    };
    let count = rows.length;
    if (query !== null) {
      const plan = this.planner.select(query);
      // All rows are read before the first is stored: they may come from this very table.
      const found = [...plan.rows()];
      for (const row of found)
        store(
          row,
          plan.scope.columns.map((column) => column.type),
        );
      count = found.length;
    }
    const nothing = new Scope([]);
    for (const row of rows) {
      const values = row.map((expression) => this.planner.qualify(expression, nothing));
      store(
        values.map((value) => compile(value, nothing)([])),
        values.map((value) => typeOf(value, nothing)),
      );
    }
    return done(`${count} inserted into ${name}`);
  }

  private update({ table: name, assignments, where, at }: Extract<Statement, { kind: "update" }>, undo: UndoLog): Answer {
    const table = this.planner.table(name, at);
    const { scope } = new TableScan(table, name);
    const changes = assignments.map(({ column, value, at: place }) => {
      const index = table.columnIndex(column, place);
      const qualified = this.planner.qualify(value, scope);
      const type = typeOf(qualified, scope);
      const evaluate = compile(qualified, scope);
      return { index, compute: (row: Row): Value => asColumnValue(evaluate(row), type, table.columns[index], place) };
    });
    const ids = this.matching(table, where);
    for (const id of ids) {
      const old = table.heap.read(id);
      const row = [...old];
      for (const { index, compute } of changes) row[index] = compute(old);
      table.delete(id, undo);
      table.insert(row, undo);
    }
    return done(`${ids.length} updated in ${name}`);
  }

  /** All of them before the first one changes, lest a scan meets rows that the statement moved ahead of it. */
  private matching(table: Table, where: Expression | null): number[] {
    const { scope } = new TableScan(table, table.name);
    const conjuncts = conjunctsOf(where).map((conjunct) => this.planner.qualify(conjunct, scope));
    for (const conjunct of conjuncts) requireType(conjunct, scope, "BOOLEAN", "WHERE");
    const test = compileAll(conjuncts, scope);
    const ids = [...bestAccess(table, table.name, conjuncts).ids()];
    return test === null ? ids : ids.filter((id) => test(table.heap.read(id)) === true);
  }
}

function done(message: string): Answer {
  return { kind: "done", message };
}

function takeBack(undo: UndoLog): void {
  for (let action = undo.pop(); action !== undefined; action = undo.pop()) action();
}

function* explain(plan: Operator, depth = 0): Generator<string> {
  yield `${"  ".repeat(depth)}${plan.describe()} (rows ${Math.round(plan.estimate)}, cost ${plan.cost.toFixed(1)})`;
  for (const child of plan.children) yield* explain(child, depth + 1);
}

// ------------------------------------------------------------------------------------------------- shell

const shownRows = 12;

/** An aligned table: numbers at the right, all else at the left. */
function printTable(columns: readonly ScopeColumn[], rows: readonly Row[]): void {
  const cells = rows.slice(0, shownRows).map((row) => row.map((value, i) => showCell(value, columns[i].type)));
  const widths = columns.map(({ name }, i) => cells.reduce((width, row) => Math.max(width, row[i].length), name.length));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (isNumeric(columns[i].type) ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(" | ").trimEnd();
  console.log(line(columns.map(({ name }) => name)));
  console.log(widths.map((width) => "-".repeat(width)).join("-+-"));
  for (const row of cells) console.log(line(row));
  if (rows.length > shownRows) console.log(`... ${rows.length} rows`);
}

/** Shows the statement's line with a mark below the place to blame. */
function printError(error: SqlError, source: string): void {
  console.log(`error: ${error.message}`);
  if (error.at < 0) return;
  const start = source.lastIndexOf("\n", error.at - 1) + 1;
  const end = source.indexOf("\n", error.at);
  console.log(`  ${source.slice(start, end < 0 ? source.length : end)}`);
  console.log(`  ${" ".repeat(error.at - start)}^`);
}

function run(database: Database, source: string): void {
  try {
    for (const answer of database.run(source)) {
      if (answer.kind === "rows") printTable(answer.columns, answer.rows);
      else console.log(answer.message);
    }
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    printError(error, source);
  }
}

function show(database: Database, source: string): void {
  console.log(`\n> ${source.trim().split("\n").join("\n  ")}`);
  run(database, source);
}

// ------------------------------------------------------------------------------------------------- a shop

/** A linear congruential generator: the same data on every run. */
class Random {
  constructor(private state: number) {}

  below(limit: number): number {
    this.state = (Math.imul(this.state, 1103515245) + 12345) & 0x7fffffff;
    return (this.state >> 8) % limit;
  }

  oneOf(choices: readonly string[]): string {
    return choices[this.below(choices.length)];
  }
}

const schema = `
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT, credit REAL);
CREATE TABLE products (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, price REAL NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, day INTEGER NOT NULL, paid BOOLEAN);
CREATE TABLE items (order_id INTEGER NOT NULL, product INTEGER NOT NULL, amount INTEGER NOT NULL);
`;

function insertAll(database: Database, table: string, count: number, row: (id: number) => string): void {
  const batch = 50;
  for (let start = 0; start < count; start += batch) {
    const rows = Array.from({ length: Math.min(batch, count - start) }, (_, i) => `(${row(start + i + 1)})`);
    for (const _ of database.run(`INSERT INTO ${table} VALUES ${rows.join(", ")}`));
  }
  console.log(`${count} rows in ${table}`);
}

function fillShop(database: Database, scale: number): void {
  const random = new Random(42);
  const cities = ["'Łódź'", "'Lyon'", "'Oslo'", "'Porto'", "'Graz'", "NULL"];
  const syllables = ["ka", "lo", "mi", "ren", "su", "tor", "ve", "wyn"];
  const name = (): string => {
    const text = random.oneOf(syllables) + random.oneOf(syllables) + random.oneOf(syllables);
    return `'${text.charAt(0).toUpperCase()}${text.slice(1)}'`;
  };
  insertAll(database, "customers", 20 * scale, (id) => `${id}, ${name()}, ${random.oneOf(cities)}, ${random.below(5) === 0 ? "NULL" : random.below(100000) / 100}`);
  insertAll(database, "products", 10 * scale, (id) => `${id}, ${name()}, ${random.oneOf(["'tool'", "'toy'", "'book'"])}, ${1 + random.below(20000) / 100}`);
  insertAll(database, "orders", 60 * scale, (id) => `${id}, ${1 + random.below(18 * scale)}, ${random.below(365)}, ${random.oneOf(["TRUE", "FALSE", "NULL"])}`);
  insertAll(database, "items", 200 * scale, () => `${1 + random.below(60 * scale)}, ${1 + random.below(10 * scale)}, ${1 + random.below(9)}`);
}

const questions: readonly string[] = [
  "SELECT * FROM customers ORDER BY id LIMIT 5",
  "SELECT city, COUNT(*) AS customers, COUNT(credit) AS with_credit, ROUND(AVG(credit), 2) AS average FROM customers GROUP BY city ORDER BY city",
  "SELECT name || ' (' || UPPER(kind) || ')' AS product, price FROM products WHERE kind <> 'toy' AND price BETWEEN 40 AND 60 ORDER BY price DESC, id LIMIT 5",
  "EXPLAIN SELECT name FROM customers WHERE id >= 10 AND id < 13",
  "SELECT id, name FROM customers WHERE id >= 10 AND id < 13",
  "CREATE INDEX by_customer ON orders (customer); CREATE INDEX by_order ON items (order_id); CREATE INDEX by_day ON orders (day)",
  `SELECT c.name, COUNT(DISTINCT o.id) AS orders, SUM(i.amount * p.price) AS total
FROM customers c JOIN orders o ON o.customer = c.id JOIN items i ON i.order_id = o.id JOIN products p ON p.id = i.product
WHERE c.city = 'Lyon' GROUP BY c.id, c.name HAVING COUNT(*) > 3 ORDER BY total DESC LIMIT 5`,
  `EXPLAIN SELECT c.name, SUM(i.amount * p.price) AS total
FROM customers c JOIN orders o ON o.customer = c.id JOIN items i ON i.order_id = o.id JOIN products p ON p.id = i.product
WHERE c.city = 'Lyon' GROUP BY c.id, c.name ORDER BY total DESC`,
  "SELECT p.kind, SUM(i.amount) AS sold, MAX(p.price) AS dearest, MIN(o.day) AS first_day FROM items i, orders o, products p WHERE i.order_id = o.id AND p.id = i.product GROUP BY p.kind ORDER BY 2 DESC",
  "EXPLAIN SELECT COUNT(*) FROM items a JOIN items b ON a.product = b.product AND a.order_id < b.order_id",
  "SELECT COUNT(*) AS pairs FROM items a JOIN items b ON a.product = b.product AND a.order_id < b.order_id",
  "SELECT c.id, c.name FROM customers c LEFT JOIN orders o ON o.customer = c.id AND o.day < 300 WHERE o.id IS NULL ORDER BY c.id LIMIT 4",
  "EXPLAIN SELECT c.id FROM customers c LEFT JOIN orders o ON o.customer = c.id AND o.day < 300 WHERE o.id IS NULL",
  "SELECT name, credit FROM customers WHERE credit > (SELECT AVG(credit) FROM customers) AND id IN (SELECT customer FROM orders WHERE day = 100) ORDER BY credit DESC LIMIT 4",
  "SELECT CASE WHEN credit IS NULL THEN 'none' WHEN credit < 300 THEN 'low' ELSE 'high' END AS level, COUNT(*) AS people FROM customers GROUP BY level ORDER BY people DESC, level",
  "SELECT week.number, week.orders FROM (SELECT day / 7 AS number, COUNT(*) AS orders FROM orders GROUP BY day / 7) AS week ORDER BY week.orders DESC, week.number LIMIT 3",
  "SELECT DISTINCT kind, LENGTH(kind) AS letters FROM products WHERE name LIKE '_a%' OR name LIKE '%or' ORDER BY kind",
  "SELECT paid, NOT paid AS unpaid, paid OR TRUE AS either, paid AND FALSE AS never, COUNT(*) AS orders FROM orders GROUP BY paid ORDER BY paid",
  "SELECT 1 + 2 * 3 AS seven, 7 / 2 AS whole, 7 / 2.0 AS half, NULL IN (1, 2) AS unknown, 5 NOT IN (1, NULL) AS unknown_too, EXISTS (SELECT id FROM orders WHERE day > 400) AS late",
  "BEGIN; UPDATE products SET price = price * 2, name = name || '!' WHERE kind = 'book'; DELETE FROM orders WHERE day < 180",
  "SELECT COUNT(*) AS orders, MIN(day) AS first FROM orders; SELECT name, price FROM products WHERE kind = 'book' ORDER BY id LIMIT 2",
  "ROLLBACK; SELECT COUNT(*) AS orders, MIN(day) AS first FROM orders; SELECT name, price FROM products WHERE kind = 'book' ORDER BY id LIMIT 2",
  "CREATE TABLE daily (day INTEGER PRIMARY KEY, total REAL); INSERT INTO daily SELECT o.day, SUM(i.amount * p.price) FROM orders o JOIN items i ON i.order_id = o.id JOIN products p ON p.id = i.product GROUP BY o.day",
  "SELECT a.day, b.total - a.total AS growth FROM daily a JOIN daily b ON b.day = a.day + 1 ORDER BY growth DESC LIMIT 3; DROP TABLE daily",
];

const mistakes: readonly string[] = [
  "SELECT nmae FROM customers",
  "SELECT id FROM customers c JOIN orders o ON o.customer = c.id",
  "SELECT name\nFROM custmers",
  "SELECT name FROM customers WHERE city = 3",
  "SELECT city, name FROM customers GROUP BY city",
  "SELECT name FROM customers WHERE COUNT(*) > 1",
  "SELECT name, FROM customers",
  "SELECT 'never closed FROM customers",
  "SELECT id / (id - 3) FROM customers WHERE id < 5",
  "SELECT ROUND('x') FROM customers",
  "INSERT INTO customers VALUES (900001, 'New', 'Graz', 1.5), (1, 'Again', NULL, NULL)",
  "SELECT COUNT(*) AS kept FROM customers WHERE id = 900001",
  "INSERT INTO customers (id, city) VALUES (900002, 'Graz')",
  "UPDATE products SET price = 'much'",
  "SELECT name FROM customers WHERE id = (SELECT id FROM orders WHERE day < 50)",
  "COMMIT",
];

const scale = Number(process.argv[2] ?? "100");
const shop = new Database();
run(shop, schema);
fillShop(shop, scale);
for (const question of questions) show(shop, question);
for (const mistake of mistakes) show(shop, mistake);
