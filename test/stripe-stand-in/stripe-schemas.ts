import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import ts from "typescript";
import { type Schema, SchemaWriter } from "./schema-writer";

/** Where Stripe's SDK declares the type of each `object`. */
const DECLARED_IN: Record<string, [file: string, type: string]> = {
  account: ["Accounts", "Account"],
  account_link: ["AccountLinks", "AccountLink"],
  application: ["Applications", "Application"],
  application_fee: ["ApplicationFees", "ApplicationFee"],
  balance: ["Balance", "Balance"],
  balance_transaction: ["BalanceTransactions", "BalanceTransaction"],
  capability: ["Capabilities", "Capability"],
  charge: ["Charges", "Charge"],
  "checkout.session": ["Checkout/Sessions", "Session"],
  customer: ["Customers", "Customer"],
  dispute: ["Disputes", "Dispute"],
  event: ["Events", "EventBase"],
  fee_refund: ["FeeRefunds", "FeeRefund"],
  item: ["LineItems", "LineItem"],
  payment_intent: ["PaymentIntents", "PaymentIntent"],
  payment_method: ["PaymentMethods", "PaymentMethod"],
  price: ["Prices", "Price"],
  product: ["Products", "Product"],
  refund: ["Refunds", "Refund"],
  "v2.core.account": ["V2/Core/Accounts", "Account"],
  "v2.core.account_link": ["V2/Core/AccountLinks", "AccountLink"],
  webhook_endpoint: ["WebhookEndpoints", "WebhookEndpoint"],
};

export interface StripeSchemas {
  /** What is wrong with this object, in the eyes of Stripe's own types; nothing when it is well-formed. */
  problemsOf(object: object): string[];
}

/** JSON Schemas made from the types of the `stripe` package, so that the stand-in cannot drift from them. */
export function loadStripeSchemas(): StripeSchemas {
  const definitions = writeDefinitions();
  const ajv = new Ajv({ allErrors: true, strict: false, schemas: [{ $id: "stripe", definitions }] });
  const validators = new Map<string, ValidateFunction>();
  return {
    problemsOf(object) {
      const kind = "object" in object ? String(object.object) : "";
      if (!DECLARED_IN[kind]) return [`no type is known for an object "${kind}"`];
      const validate = validators.get(kind) ?? ajv.compile({ $ref: `stripe#/definitions/${kind}` });
      validators.set(kind, validate);
      if (validate(object)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${kind}${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    },
  };
}

function writeDefinitions(): Record<string, Schema> {
  const resources = join(dirname(createRequire(import.meta.url).resolve("stripe")), "resources");
  const files = new Map(Object.values(DECLARED_IN).map(([file]) => [file, join(resources, `${file}.d.ts`)]));
  const program = ts.createProgram([...files.values()], {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  });
  const writer = new SchemaWriter(program.getTypeChecker());
  for (const [kind, [file, type]] of Object.entries(DECLARED_IN)) {
    writer.define(kind, declaration(program, files.get(file) ?? "", type));
  }
  return writer.definitions;
}

function declaration(program: ts.Program, path: string, name: string): ts.Type {
  const source = program.getSourceFile(path);
  const found = source?.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (!found) throw new Error(`The stripe package has no ${name} in ${path}`);
  return program.getTypeChecker().getTypeAtLocation(found);
}
