console.log(new Intl.NumberFormat("de").format(1.5)); // error: `Intl.NumberFormat` is not supported yet
