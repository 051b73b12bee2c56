/** File endings of what pages load, as against what people ask for. */
const ENDINGS = new Set(
  'css js mjs map png jpg jpeg gif webp avif svg ico bmp tif tiff woff woff2 ttf otf eot mp4 webm mp3 ogg wav m4a m4s mpd m3u8 wasm webmanifest cur vtt swf'.split(
    ' ',
  ),
);

/** Folders that hold nothing else, whatever the ending. */
const FOLDERS =
  /\/(static|assets|_next\/static|_nuxt|bundles|wp-content\/themes|cdn-cgi|fonts|images|img)\//;

/** Files by name that every browser or phone asks for unasked. */
const FILES =
  /^\/(favicon|apple-touch-icon|browserconfig|manifest|site\.webmanifest|mstile)[\w.-]*$/;

/** Whether a lower-case path is a file that pages load: style, script, picture, font, sound, film. */
export function isAsset(path: string): boolean {
  const dot = path.lastIndexOf('.');
  if (dot > path.lastIndexOf('/') && ENDINGS.has(path.slice(dot + 1))) return true;
  // Programs are no assets, wherever they hide.
  if (path.includes('.php') || path.includes('.jsp') || path.includes('.asp')) return false;
  return FILES.test(path) || (FOLDERS.test(path) && !path.endsWith('/'));
}
