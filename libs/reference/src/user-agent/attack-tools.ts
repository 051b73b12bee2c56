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

/** What attacks and their tools are told by, in lower case, and what they are called; tools decide first. */
export const attackTokens: readonly (readonly [token: string, name: string])[] = [
  ...ATTACK_TOOLS,
  ...PAYLOADS.map((payload) => [payload, 'payload'] as const),
];

/** The greeting of a family of botnets, which is a whole user agent and no token. */
export function isBotnetGreeting(lower: string): boolean {
  return /^hello,? world/.test(lower);
}
