package main

import "errors"

func check(args []string) error { return errors.New("not yet") }
