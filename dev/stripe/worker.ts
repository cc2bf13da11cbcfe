import type { Bindings } from "./bindings";

import type { StripeStandIn } from "./stand-in";

export { StripeStandIn } from "./stand-in";

interface WorkerBindings extends Bindings {
  STATE: DurableObjectNamespace<StripeStandIn>;
}

/** One Durable Object is all of Stripe, so that everything it knows survives a reload of the Worker. */
export default {
  fetch(request, env) {
    return env.STATE.get(env.STATE.idFromName("stripe")).fetch(request);
  },
} satisfies ExportedHandler<WorkerBindings>;
