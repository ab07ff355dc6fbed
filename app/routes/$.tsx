/** An unknown address outside the app. A route of its own, because without one the language would not be known. */
export function loader() {
  throw new Response(null, { status: 404 });
}

export default function Nothing() {
  return null;
}
