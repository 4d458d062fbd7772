#!/bin/sh
# Draws the program's icons (RGBA PNG) from icon.svg. Needs rsvg-convert.
set -eu
cd "$(dirname "$0")"
draw() { rsvg-convert --width "$1" --height "$1" --format png --output "$2" icon.svg; }
draw 32 32x32.png
draw 128 128x128.png
draw 256 128x128@2x.png
draw 512 icon.png
