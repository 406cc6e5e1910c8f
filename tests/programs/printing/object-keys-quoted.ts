console.log({ "a b": 1, "with-dash": 2, valid_1: 3, $: 4, "": 5 });
