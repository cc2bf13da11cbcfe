import { cloudflare } from "@cloudflare/vite-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { WORKER_VARIABLES } from "./dev/settings.mjs";

declare module "@remix-run/cloudflare" {
  interface Future {
    v3_singleFetch: true;
  }
}

// Not "ssr": on every hot update Remix's own plugin loads modules in the Node environment of that name.
const WORKER = "worker";

// Remix starts a second ("child") Vite server from this file with `configFile: false`. It only compiles
// routes and must not start a second workerd.
const isMainServer = (config: object) => (config as { configFile?: unknown }).configFile !== false;

function notInRemixChild(plugins: Plugin[]): Plugin[] {
  return plugins.map((plugin) => {
    const own = plugin.apply;
    return {
      ...plugin,
      apply(config, env) {
        if (!isMainServer(config)) return false;
        if (typeof own === "function") return own.call(this, config, env);
        return own === undefined || own === env.command;
      },
    };
  });
}

const isRouteFile = (file: string) => /\/app\/(routes\/|routes\.ts|root\.)/.test(file);

// Remix invalidates its virtual modules (route list, manifest) only in Vite's client and ssr graphs;
// without this a new route is a 404 in the Worker until the server is restarted.
function remixVirtualModulesInWorker(): Plugin {
  const isRemixModule = (id: string | null) => id?.includes("virtual:remix/") ?? false;
  return {
    name: "remix-virtual-modules-in-worker",
    apply: (config, env) => env.command === "serve" && isMainServer(config),
    configureServer(server) {
      const environment = server.environments[WORKER];
      if (!environment) throw new Error(`There is no Vite environment named ${WORKER}`);
      const refresh = (file: string) => {
        if (!isRouteFile(file)) return;
        setTimeout(() => {
          for (const module of environment.moduleGraph.idToModuleMap.values()) {
            if (isRemixModule(module.id)) environment.moduleGraph.invalidateModule(module);
          }
          environment.hot.send({ type: "full-reload" });
        }, 200);
      };
      server.watcher.on("add", refresh).on("unlink", refresh);
    },
    hotUpdate({ file, modules }) {
      if (this.environment.name !== WORKER || !isRouteFile(file)) return;
      const virtual = [...this.environment.moduleGraph.idToModuleMap.values()].filter((m) =>
        isRemixModule(m.id),
      );
      return [...modules, ...virtual];
    },
  };
}

/** The variables of the Worker that the environment sets; `npm start` sets all of them. */
function variablesFromEnvironment() {
  return Object.fromEntries(
    WORKER_VARIABLES.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export default defineConfig(({ command }) => ({
  server: {
    port: Number(process.env.PORT ?? 8787),
    strictPort: true,
    allowedHosts: [".localhost", ".test"],
  },
  // The runtime's own modules stay imports; nothing on disk has these names.
  ssr: { external: ["cloudflare:workers"] },
  build: { rollupOptions: { external: ["cloudflare:workers"] } },
  // Said at once what Vite would find out one package at a time, each with a restart of the Worker.
  ...(command === "serve" && {
    environments: {
      [WORKER]: {
        optimizeDeps: {
          entries: ["app/worker.ts", "app/entry.server.tsx", "app/root.tsx", "app/routes/**"],
          include: ["react/jsx-dev-runtime"],
        },
      },
    },
  }),
  plugins: [
    command === "serve" &&
      notInRemixChild(
        cloudflare({
          viteEnvironment: { name: WORKER },
          inspectorPort: false,
          config: (worker) => ({
            vars: { ...worker.vars, ...variablesFromEnvironment() },
            // Without a list of its own the plugin would let .dev.vars win over the environment.
            secrets: { required: [] },
          }),
        }),
      ),
    command === "serve" && remixVirtualModulesInWorker(),
    tailwindcss(),
    remix({
      future: {
        unstable_optimizeDeps: true,
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
}));
