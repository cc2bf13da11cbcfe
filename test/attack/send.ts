import { Agent, type IncomingHttpHeaders, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const PATIENCE_MS = 30_000;

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Sent {
  method?: string;
  path: string;
  /** `host` may be any of the app's; Node by itself finds no `*.localhost`. */
  headers?: Record<string, string | string[]>;
  body?: Buffer | string;
}

/** One request to a port of this machine. Rejects when the connection ends, or nothing comes for half a minute. */
export function send(port: number, { method = "POST", path, headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent, timeout: PATIENCE_MS });
    sent.once("timeout", () => sent.destroy(new Error(`No answer within ${PATIENCE_MS / 1000} s`)));
    sent.once("error", reject).once("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part) => {
        text += part;
      });
      response.once("error", reject).once("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.end(body);
  });
}

/** Lets go of the connections that were kept, so that the process can end. */
export const closeConnections = (): void => agent.destroy();
