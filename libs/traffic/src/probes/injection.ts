import { type ProbedUrl } from './probed-url.js';

/** SQL in a value. */
const SQL =
  /(union\s{1,3}(all\s{1,3}|distinct\s{1,3})?select|union\/\*\*\/|\(\s?select[\s(]|select\s{1,3}(\*|\w{1,20}\(|null|0x|@@|\d)|information_schema|pg_sleep\(|sleep\(\s?\d|benchmark\(|waitfor\sdelay|extractvalue\(|updatexml\(|xp_cmdshell|load_file\(|into\s(out|dump)file|concat\(0x|group_concat\(|,null,null|\|\|\s?chr\(|chr\(\d{1,3}\)\|\||['"]\s?(or|and|\|\|)\s?['"(\d]|\b(or|and)\s{1,3}\d{1,6}\s?=\s?\d{1,6}|['"]\s?(--|#|;--|\/\*)|['"]\)\s?(or|and|--)|;\s?(drop|insert|delete|update|exec|shutdown)\s|order\sby\s\d{1,3}\s?(--|#)|dbms_pipe|utl_inaddr|cast\(\(?select|having\s1=1|=\s?(substr|substring|selectchar|distinct|sleep|upper|hex|md5|char|ascii|version|user|database)\()/;

/** Markup and script in a value. */
const SCRIPT =
  /(<\/?(script|img|svg|iframe|body|a|br|div|html|object|embed|input|form|style|meta|link|marquee|video|audio|details|table|frameset|frame|isindex|xss|b|h1|p)([\s/>]|$)|<!--|javascript:|vbscript:|\bon(error|load|click|mouseover|mouseenter|focus|toggle|begin|start|pointer\w{1,8})\s?=|alert\(|confirm\(|prompt\(|document\.(cookie|domain|location|write)|string\.fromcharcode|expression\()/;

/** Template expressions, file inclusion, and commands in a value. */
const CODE =
  /(\{\{[^}]{0,40}[*+|][^}]{0,8}\}\}|\{\{\s?(config|self|request|7\*7)|\$\{\s?\d|#\{\s?\d|<%=|=(php|expect|zip|phar|data|file|gopher|dict):\/?\/?[^&]|=data:text\/|=https?:\/\/[^&]{1,200}\.(txt|php)\?{1,2}$|rfiinc\.txt|;\s?(ls|id|cat|wget|curl|ping|nslookup|whoami|uname|sleep|nc)(\s|$|;|&|\|)|\|\s?(id|cat|ls|whoami|ping|wget|curl|nslookup)(\s|$)|`[^`]{1,60}`|\$\([a-z][^)]{0,60}\)|<\?(php|=)|<!entity|<!doctype|\r\n\s?(set-cookie|location|content-))/;

/** Without one of these characters or words none of the patterns can match. */
export const INJECTION_MARKS =
  /['"<>(){};|`\r]|union|select|:\/\/|\bor\s|\band\s|information_|,null|on\w+=|script:|data:/;

/** SQL, script, template or command injection in the decoded query or path. */
export function isInjection(url: ProbedUrl): boolean {
  if (url.query !== '' && isInjected(url.query)) return true;
  return url.path.length > 1 && /['"<>`|${]/.test(url.path) && isInjected(url.path);
}

function isInjected(text: string): boolean {
  if (!INJECTION_MARKS.test(text)) return false;
  return SQL.test(text) || SCRIPT.test(text) || CODE.test(text);
}
