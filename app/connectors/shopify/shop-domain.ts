const SHOP_DOMAIN = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** Whether the text is a shop's permanent domain, `example.myshopify.com`: the only hosts that a token goes to. */
export function isShopDomain(text: string): boolean {
  return text.length <= 255 && SHOP_DOMAIN.test(text);
}
