/**
 * Programs made to attack or scan other people's sites, by a token in lower case that their default
 * user agent carries (their own documentation; the bad-bot lists of OWASP CRS, scanners-user-agents).
 */
const ATTACK_TOOLS: readonly (readonly [token: string, name: string])[] = [
  ['sqlmap', 'sqlmap'],
  ['nikto', 'Nikto'],
  ['nuclei', 'Nuclei'],
  ['zgrab', 'zgrab'],
  ['masscan', 'masscan'],
  ['dirbuster', 'DirBuster'],
  ['gobuster', 'gobuster'],
  ['feroxbuster', 'feroxbuster'],
  ['dirsearch', 'dirsearch'],
  ['fuzz faster u fool', 'ffuf'],
  ['wfuzz', 'Wfuzz'],
  ['wpscan', 'WPScan'],
  ['joomscan', 'JoomScan'],
  ['acunetix', 'Acunetix'],
  ['netsparker', 'Netsparker'],
  ['invicti', 'Invicti'],
  ['w3af', 'w3af'],
  ['arachni', 'Arachni'],
  ['skipfish', 'skipfish'],
  ['openvas', 'OpenVAS'],
  ['nessus', 'Nessus'],
  ['nmap scripting engine', 'Nmap'],
  ['webinspect', 'WebInspect'],
  ['appscan', 'AppScan'],
  ['burpcollaborator', 'Burp'],
  ['(hydra)', 'Hydra'],
  ['havij', 'Havij'],
  ['pangolin', 'Pangolin'],
  ['absinthe', 'Absinthe'],
  ['commix', 'commix'],
  ['xsstrike', 'XSStrike'],
  ['whatweb', 'WhatWeb'],
  ['zmeu', 'ZmEu'],
  ['jorgee', 'Jorgee'],
  ['morfeus', 'Morfeus'],
  ['muieblackcat', 'Muieblackcat'],
  ['fhscan', 'FHScan'],
  ['l9explore', 'l9explore'],
  ['l9tcpid', 'l9tcpid'],
  ['l9scan', 'l9scan'],
  ['libredtail-http', 'libredtail-http'],
  ['metasploit', 'Metasploit'],
  ['httpx - open-source project', 'httpx (ProjectDiscovery)'],
  ['interactsh', 'interactsh'],
  ['wordpress hash grabber', 'WordPress Hash Grabber'],
  ['xmlrpc bruteforce', 'xmlrpc bruteforcer'],
  ['mozi.m', 'Mozi'],
  ['botnet', 'botnet'],
  ['b4ckdoor', 'botnet'],
];

/** Texts that are attacks in themselves: Log4Shell, Shellshock, injected script, SQL or PHP. */
const PAYLOADS: readonly string[] = [
  '${jndi:',
  '() {',
  '<script',
  '<?php',
  '../..',
  'union select',
  "' or '1",
  'sleep(',
  '; wget ',
  ';wget ',
  '|wget ',
  'curl http',
  '/bin/sh',
];

/** The attack tool a user agent names, `payload` where the text is an attack itself, else null. */
export function attackToolIn(text: string): string | null {
  const lower = text.toLowerCase();
  const tool = ATTACK_TOOLS.find(([token]) => lower.includes(token));
  if (tool !== undefined) return tool[1];
  if (/^hello,? world/.test(lower)) return 'Hello World botnet';
  return PAYLOADS.some((payload) => lower.includes(payload)) ? 'payload' : null;
}
