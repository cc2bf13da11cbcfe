import ts from "typescript";

export type Schema = Record<string, unknown>;

const ID_OR_OBJECT: Schema = {
  anyOf: [
    { type: "string" },
    {
      type: "object",
      required: ["id", "object"],
      properties: { id: { type: "string" }, object: { type: "string" } },
    },
  ],
};

/** Turns types of Stripe's SDK into JSON Schemas. */
export class SchemaWriter {
  readonly definitions: Record<string, Schema> = {};
  readonly #checker: ts.TypeChecker;
  readonly #names = new Map<ts.Type, string>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  define(name: string, type: ts.Type): void {
    this.#names.set(type, name);
    this.definitions[name] = this.#objectSchema(type);
  }

  #schema(type: ts.Type): Schema {
    if (type.isUnion()) return this.#unionSchema(type);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    const { flags } = type;
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.#checker.typeToString(type) === "true" };
    if (flags & ts.TypeFlags.String) return { type: "string" };
    if (flags & ts.TypeFlags.Number) return { type: "number" };
    if (flags & ts.TypeFlags.Null) return { type: "null" };
    if (flags & ts.TypeFlags.Object) return this.#reference(type);
    // `any`, `unknown`, and open strings that stand alone.
    return isOpenString(type) ? { type: "string" } : {};
  }

  #unionSchema(union: ts.UnionType): Schema {
    // An open string next to literals only says "more may come": without it the list is closed.
    const literals = union.types.some((type) => type.isStringLiteral());
    const types = union.types.filter(
      (type) =>
        !(type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) && !(literals && isOpenString(type)),
    );
    const nullable = types.some(isNull) ? [{ type: "null" }] : [];
    const others = types.filter((type) => !isNull(type));
    // Following every object that could be expanded would check a hundred types instead of one.
    if (this.#isExpandable(others)) return { anyOf: [ID_OR_OBJECT, ...nullable] };
    const values = others.filter((type) => type.isStringLiteral()).map((type) => type.value);
    const rest = others.filter((type) => !type.isStringLiteral()).map((type) => this.#schema(type));
    return { anyOf: [...(values.length > 0 ? [{ enum: values }] : []), ...rest, ...nullable] };
  }

  #isExpandable(types: readonly ts.Type[]): boolean {
    const named = types.filter((type) => type.getProperty("id") && type.getProperty("object"));
    const text = types.filter((type) => type.flags & ts.TypeFlags.String);
    return text.length === 1 && named.length > 0 && named.length + text.length === types.length;
  }

  #reference(type: ts.Type): Schema {
    const symbol = type.getSymbol()?.getName() ?? "";
    // The SDK turns decimals into its own number class; on the wire they are text.
    if (symbol.startsWith("Decimal")) return { type: "string" };
    if (this.#checker.isArrayType(type)) {
      const [item] = this.#checker.getTypeArguments(type as ts.TypeReference);
      return { type: "array", items: item ? this.#schema(item) : {} };
    }
    let name = this.#names.get(type);
    if (name === undefined) {
      name = `${symbol}.${this.#names.size}`;
      this.define(name, type);
    }
    return { $ref: `#/definitions/${name}` };
  }

  #objectSchema(type: ts.Type): Schema {
    // The SDK's `lastResponse` is not on the wire; `deleted` is, but only on what is deleted.
    const fields = type.getProperties().filter(({ name }) => name !== "lastResponse" && name !== "deleted");
    const schemas = fields.map((field) => [
      field.getName(),
      this.#schema(this.#checker.getTypeOfSymbol(field)),
    ]);
    const index = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    return {
      type: "object",
      properties: Object.fromEntries(schemas),
      required: fields
        .filter((field) => !(field.flags & ts.SymbolFlags.Optional))
        .map((field) => field.getName()),
      // A field that Stripe does not have is as wrong as one that is missing.
      additionalProperties: index ? this.#schema(index.type) : false,
    };
  }
}

const isNull = (type: ts.Type) => Boolean(type.flags & ts.TypeFlags.Null);

/** `string & Record<never, never>`, which the SDK adds to enums to leave room for later members. */
const isOpenString = (type: ts.Type) =>
  type.isIntersection() && type.types.some((part) => Boolean(part.flags & ts.TypeFlags.String));
