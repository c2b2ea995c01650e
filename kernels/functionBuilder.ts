import {
  add,
  type Expression,
  type Instruction,
  i32,
  instruction,
  textOf,
  type ValueType,
  Variable,
} from './wat';

/**
 * A WebAssembly function under construction. Statements are executed in the order in which they are added, and the
 * compiler keeps it: it decides which values are in registers at the same time.
 */
export class FunctionBuilder {
  readonly #parameters: Variable[] = [];
  readonly #locals: Variable[] = [];
  readonly #constants = new Map<string, Variable>();
  readonly #text: string[] = [];
  #result: ValueType | null = null;
  #nLabels = 0;

  constructor(
    readonly name: string,
    readonly isExported = false,
  ) {}

  /** Addresses and counts that the caller gives, in this order. */
  parameters<Name extends string>(...names: Name[]): Record<Name, Variable> {
    return record(names, name => this.parameter(name, 'i32'));
  }

  get nParameters() {
    return this.#parameters.length;
  }

  parameter(name: string, type: ValueType): Variable {
    const variable = new Variable(name, type);
    this.#parameters.push(variable);
    return variable;
  }

  /** Local variables, 0 at first; two may have the same name. */
  locals<Name extends string>(type: ValueType, ...names: Name[]): Record<Name, Variable> {
    return record(names, name => this.local(type, name));
  }

  local(type: ValueType, name: string): Variable {
    const variable = new Variable(`${name}.${this.#locals.length}`, type);
    this.#locals.push(variable);
    return variable;
  }

  address = (name: string) => this.local('i32', name);
  vector = (name: string) => this.local('v128', name);
  vectors = (name: string, n: number) => Array.from({ length: n }, () => this.vector(name));

  /** The value in a local variable, set once at the start: the compiler would make it anew in every turn of a loop. */
  once(value: Instruction): Variable {
    const text = textOf(value);
    const variable = this.#constants.get(text) ?? this.vector('constant');
    this.#constants.set(text, variable);
    return variable;
  }

  do(statement: Expression) {
    this.#text.push(textOf(statement));
  }

  set(variable: Variable, value: Expression) {
    this.do(instruction(`local.set $${variable.name}`, value));
  }

  advance(address: Variable, by: Expression) {
    this.set(address, add(address, by));
  }

  store(address: Expression, offset: number, value: Expression) {
    this.do(instruction(`v128.store offset=${offset}`, address, value));
  }

  /** The first two lanes, or the last. */
  storeHalf(half: number, address: Expression, value: Expression) {
    this.do(instruction(`v128.store64_lane ${half}`, address, value));
  }

  call(name: string, ...values: Expression[]) {
    this.do(instruction(`call $${name}`, ...values));
  }

  when(condition: Expression, body: () => void) {
    this.#text.push(`(if ${textOf(condition)} (then`);
    body();
    this.#text.push('))');
  }

  /** Does what stands at that number. */
  choose(number: Expression, bodies: readonly (() => void)[]) {
    const end = `$end${this.#nLabels++}`;
    const labels = bodies.map(() => `$case${this.#nLabels++}`);
    this.#text.push(
      `(block ${end} ${labels
        .toReversed()
        .map(label => `(block ${label}`)
        .join(' ')}`,
    );
    this.#text.push(`(br_table ${labels.join(' ')} ${textOf(number)})`);
    for (const body of bodies) {
      this.#text.push(')');
      body();
      this.#text.push(`(br ${end})`);
    }
    this.#text.push(')');
  }

  /**
   * Runs the body once for every `step` that `count` holds, and counts it down: what is left is less than `step`,
   * so that another loop can do the rest.
   */
  repeat(count: Variable, body: () => void, step = 1) {
    const label = `$loop${this.#nLabels++}`;
    const isMore = i32.atLeast(count, step);
    this.when(isMore, () => {
      this.#text.push(`(loop ${label}`);
      body();
      this.set(count, i32.subtract(count, step));
      this.do(instruction(`br_if ${label}`, isMore));
      this.#text.push(')');
    });
  }

  /** What the function gives back; the last statement. */
  returns(value: Expression, type: ValueType) {
    this.#result = type;
    this.do(value);
  }

  toString(): string {
    const head = this.isExported ? `$${this.name} (export "${this.name}")` : `$${this.name}`;
    const declaration = (kind: string) => (variable: Variable) =>
      `(${kind} $${variable.name} ${variable.type})`;
    return [
      `(func ${head}`,
      ...this.#parameters.map(declaration('param')),
      ...(this.#result ? [`(result ${this.#result})`] : []),
      ...this.#locals.map(declaration('local')),
      ...[...this.#constants].map(([text, { name }]) => `(local.set $${name} ${text})`),
      ...this.#text,
      ')',
    ].join('\n');
  }
}

const record = <Name extends string>(names: readonly Name[], make: (name: Name) => Variable) =>
  Object.fromEntries(names.map(name => [name, make(name)])) as Record<Name, Variable>;
