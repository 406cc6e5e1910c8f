for (const char of "\uD83Dx\uDE00\uD83D") console.log(char.length, char.charCodeAt(0));
