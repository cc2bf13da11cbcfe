import { parameterInvalid, refused } from "../http/api-error";
import { required } from "../http/parameters";
import { buildLineItem, buildPrice } from "../objects/price";
import { buildProduct } from "../objects/product";
import type { Scope } from "../scope";
import type { LineItem, Price } from "../storage/object-types";
import type { SessionParameters } from "./session-parameters";

type Item = NonNullable<SessionParameters["line_items"]>[number];
type PriceData = NonNullable<Item["price_data"]>;

export function readLineItems(scope: Scope, items: Item[]): LineItem[] {
  return items.map((item, index) => {
    const at = `line_items[${index}]`;
    const quantity = required(item.quantity, `${at}[quantity]`);
    if (quantity < 1) throw parameterInvalid(`${at}[quantity]`, "Quantity must be at least 1.");
    const price = item.price_data
      ? inlinePrice(scope, item.price_data, `${at}[price_data]`)
      : knownPrice(scope, required(item.price, `${at}[price]`), `${at}[price]`);
    const { name } = scope.get("product", String(price.product)).body;
    return { ...buildLineItem(price, name, quantity), metadata: item.metadata ?? {} };
  });
}

function knownPrice(scope: Scope, id: string, param: string): Price {
  const { body: price } = scope.get("price", id, param);
  if (!price.active) {
    throw refused("The price specified is inactive. This field only accepts active prices.", { param });
  }
  return price;
}

/** A price for this session only; Stripe makes a product and an inactive price of it. */
function inlinePrice(scope: Scope, data: PriceData, at: string): Price {
  const unit_amount = wholeAmount(data, at);
  const price = buildPrice(scope, {
    product:
      data.product === undefined
        ? inlineProduct(scope, data, at)
        : scope.get("product", data.product).body.id,
    unit_amount,
    currency: required(data.currency, `${at}[currency]`),
    active: false,
    tax_behavior: data.tax_behavior,
  });
  scope.insert("price", price, null);
  return price;
}

function wholeAmount(data: PriceData, at: string): number {
  if (data.unit_amount !== undefined) {
    if (data.unit_amount >= 0) return data.unit_amount;
    throw parameterInvalid(`${at}[unit_amount]`, "Invalid non-negative integer", "parameter_invalid_integer");
  }
  const decimal = required(data.unit_amount_decimal, `${at}[unit_amount]`);
  if (/^\d{1,12}$/.test(decimal)) return Number(decimal);
  throw parameterInvalid(`${at}[unit_amount_decimal]`, "The stand-in knows whole amounts only.");
}

function inlineProduct(scope: Scope, data: PriceData, at: string): string {
  const product_data = required(data.product_data, `${at}[product_data]`);
  const name = required(product_data.name, `${at}[product_data][name]`);
  const product = buildProduct(scope, {
    name,
    active: false,
    description: product_data.description,
    images: product_data.images,
    metadata: product_data.metadata,
  });
  scope.insert("product", product, null);
  return product.id;
}
