import { listPage } from "../http/list-page";
import { fields, flag, ignored, list, metadata, none, paging, required, text, url } from "../http/parameters";
import { route } from "../http/route";
import { buildProduct } from "../objects/product";

const PATH = "/v1/products";

const known = {
  name: text,
  active: flag,
  description: text,
  images: list(url),
  metadata,
  statement_descriptor: text,
  tax_code: ignored,
  unit_label: text,
  url,
};

export const productRoutes = [
  route("POST", PATH, fields({ ...known, id: text }), (scope, params) => {
    const name = required(params.name, "name");
    const product = buildProduct(scope, { ...params, name, active: params.active ?? true });
    scope.insert("product", product, null);
    scope.emit("product.created", product);
    return product;
  }),

  route("GET", PATH, fields({ ...paging, active: flag }), (scope, { active, ...page }) =>
    listPage(
      scope,
      "product",
      PATH,
      page,
      active === undefined ? [] : [{ sql: "json_extract(body, '$.active') = ?", values: [active ? 1 : 0] }],
    ),
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("product", id).body),

  route("POST", `${PATH}/:id`, fields(known), (scope, params, { id }) => {
    const { body: product } = scope.get("product", id);
    const { tax_code: _, ...changes } = params;
    const updated = scope.save("product", {
      ...product,
      ...changes,
      metadata: { ...product.metadata, ...params.metadata },
      updated: scope.now_s,
    });
    scope.emit("product.updated", updated, {});
    return updated;
  }),
];
