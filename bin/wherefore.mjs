#!/usr/bin/env node
import '../dist/apps/wherefore/src/main.js';
