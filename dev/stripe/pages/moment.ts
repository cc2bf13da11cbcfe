export const moment = (at_s: number) =>
  `${new Date(at_s * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
