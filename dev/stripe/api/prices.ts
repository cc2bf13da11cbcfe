import { listPage } from "../http/list-page";
import {
  currency,
  fields,
  flag,
  integer,
  metadata,
  none,
  oneOf,
  paging,
  required,
  text,
} from "../http/parameters";
import { route } from "../http/route";
import { buildPrice } from "../objects/price";
import { buildProduct } from "../objects/product";
import { fieldIs } from "../storage/object-store";

const PATH = "/v1/prices";

const newPrice = fields({
  currency,
  unit_amount: integer,
  product: text,
  product_data: fields({ name: text, metadata }),
  active: flag,
  nickname: text,
  lookup_key: text,
  metadata,
  tax_behavior: oneOf("exclusive", "inclusive", "unspecified"),
});

export const priceRoutes = [
  route("POST", PATH, newPrice, (scope, params) => {
    let product = params.product;
    if (params.product_data) {
      const name = required(params.product_data.name, "product_data[name]");
      const created = buildProduct(scope, { name, active: true, metadata: params.product_data.metadata });
      scope.insert("product", created, null);
      product = created.id;
    }
    const price = buildPrice(scope, {
      ...params,
      product: scope.get("product", required(product, "product"), "product").body.id,
      unit_amount: required(params.unit_amount, "unit_amount"),
      currency: required(params.currency, "currency"),
      active: params.active ?? true,
    });
    scope.insert("price", price, null);
    scope.emit("price.created", price);
    return price;
  }),

  route("GET", PATH, fields({ ...paging, product: text }), (scope, { product, ...page }) =>
    listPage(scope, "price", PATH, page, product === undefined ? [] : [fieldIs("product", product)]),
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("price", id).body),

  route(
    "POST",
    `${PATH}/:id`,
    fields({ active: flag, nickname: text, metadata }),
    (scope, params, { id }) => {
      const { body: price } = scope.get("price", id);
      const updated = scope.save("price", {
        ...price,
        ...params,
        metadata: { ...price.metadata, ...params.metadata },
      });
      scope.emit("price.updated", updated, {});
      return updated;
    },
  ),
];
