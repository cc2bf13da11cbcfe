import { listPage } from "../http/list-page";
import { fields, ignored, metadata, none, paging, text } from "../http/parameters";
import { route } from "../http/route";
import { buildCustomer } from "../objects/customer";
import { fieldIs } from "../storage/object-store";

const PATH = "/v1/customers";

const known = fields({
  address: ignored,
  description: text,
  email: text,
  metadata,
  name: text,
  phone: text,
  preferred_locales: ignored,
  shipping: ignored,
});

export const customerRoutes = [
  route("POST", PATH, known, (scope, params) => {
    const customer = buildCustomer(scope, params);
    scope.insert("customer", customer, null);
    scope.emit("customer.created", customer);
    return customer;
  }),

  route("GET", PATH, fields({ ...paging, email: text }), (scope, { email, ...page }) =>
    listPage(scope, "customer", PATH, page, email === undefined ? [] : [fieldIs("email", email)]),
  ),

  route("GET", `${PATH}/:id`, none, (scope, _, { id }) => scope.get("customer", id).body),

  route("POST", `${PATH}/:id`, known, (scope, params, { id }) => {
    const { body: customer } = scope.get("customer", id);
    const updated = scope.save("customer", {
      ...customer,
      description: params.description ?? customer.description,
      email: params.email ?? customer.email,
      name: params.name ?? customer.name ?? null,
      phone: params.phone ?? customer.phone ?? null,
      metadata: { ...customer.metadata, ...params.metadata },
    });
    scope.emit("customer.updated", updated, {});
    return updated;
  }),
];
