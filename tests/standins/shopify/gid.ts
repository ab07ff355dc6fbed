const GID = /^gid:\/\/shopify\/([A-Za-z]+)\/(\d+)$/;

/** Shopify's global id, for example `gid://shopify/Order/1001`. */
export function gid(type: string, id: number): string {
  return `gid://shopify/${type}/${id}`;
}

/** The two parts of a global id; `null` when the text is not one. */
export function parseGid(text: string): { readonly type: string; readonly id: number } | null {
  const match = GID.exec(text);
  return match?.[1] && match[2] ? { type: match[1], id: Number(match[2]) } : null;
}
