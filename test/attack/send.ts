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
export async function send(port: number, sent: Sent): Promise<Answer> {
  for (;;) {
    const answer = await sendOnce(port, sent);
    if (answer !== "stale") return answer;
  }
}

/** `stale` is a connection that was kept and that the other side had ended by then: nobody has read the request. */
function sendOnce(
  port: number,
  { method = "POST", path, headers = {}, body = "" }: Sent,
): Promise<Answer | "stale"> {
  const framed = { ...headers };
  // Node sends the body of a GET without saying so, and it would be read as the next request.
  if (body.length > 0) framed["content-length"] = String(Buffer.byteLength(body));
  const options = { host: "127.0.0.1", port, method, path, headers: framed, agent, timeout: PATIENCE_MS };
  return new Promise((resolve, reject) => {
    const sent = request(options);
    sent.once("timeout", () => sent.destroy(new Error(`No answer within ${PATIENCE_MS / 1000} s`)));
    sent.once("error", (error: NodeJS.ErrnoException) => {
      if (sent.reusedSocket && error.code === "ECONNRESET") resolve("stale");
      else reject(error);
    });
    sent.once("response", (response) => {
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
