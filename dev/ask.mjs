import { get } from "node:http";

/**
 * Asks the app on this machine for a page of any of its hosts. A browser finds `acme.localhost` here by itself, Node
 * does not.
 *
 * @param {string} address
 * @param {string} port
 * @returns {Promise<{ status: number, body: string }>}
 */
export function ask(address, port) {
  const { host, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = get({
      host: "localhost",
      port,
      path: pathname + search,
      headers: { host, accept: "text/html" },
    });
    request.once("error", reject).once("response", (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (text) => {
        body += text;
      });
      response.once("error", reject).once("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
  });
}
