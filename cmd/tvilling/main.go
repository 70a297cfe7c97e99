// Command tvilling tells whether a translated article still says what its source says.
package main

import (
	"os"

	"tvilling/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:])) }
