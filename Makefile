# What a newcomer needs: `make run` and `make test`. Every other line is for those who work on the house.
SWIFT_FLAGS = --explicit-target-dependency-import-check error
PORT ?= 8080
DATA ?= data
FONTS = Sources/EmbeddedAssets/fonts/naskh-regular.woff2
SAMPLE = Sources/EmbeddedAssets/sample.tar
PASSWORDS = Sources/CommonPasswords/common-passwords.txt
EDITOR = Sources/EmbeddedAssets/tiptap.js
DESK = Sources/EmbeddedAssets/desk.inc
MADE = $(FONTS) $(SAMPLE) $(PASSWORDS) $(EDITOR) $(DESK)

.PHONY: run test check format bench bench-language build debug docs setup setup-test clean
.DEFAULT_GOAL := build

## The sample newsroom, built and served.
run: build
	.build/release/matbaa demo --data $(DATA) --port $(PORT)

## Every test, on both engines, browser ones included.
test: setup-test $(MADE)
	Scripts/test

## The release program at .build/release/matbaa.
build: setup $(MADE)
	swift build -c release --product matbaa --static-swift-stdlib $(SWIFT_FLAGS)

## A debug build, for working on the house.
debug: setup $(MADE)
	swift build $(SWIFT_FLAGS)

## The format and the rules of the house that need no build.
check:
	swift format lint --strict --recursive Package.swift Sources Tests Bench

format:
	swift format --in-place --recursive Package.swift Sources Tests Bench

## The table of docs/benchmarks.md.
bench: build
	@Scripts/install bench
	Bench/run

## The language engine, by the scorers and sets beside the checkout.
bench-language: build
	@Bench/language

## docs/reference.md, from the program itself.
docs: debug
	.build/debug/matbaa reference > docs/reference.md

setup:
	@Scripts/install build

setup-test:
	@Scripts/install build test

$(FONTS): Scripts/subset-fonts.py Scripts/requirements.txt
	Scripts/make-fonts

$(EDITOR): Scripts/make-editor Scripts/editor-requirements.txt
	Scripts/make-editor

$(SAMPLE): $(shell find Sample -type f)
	tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -C Sample -cf $@ .

$(PASSWORDS): Scripts/make-common-passwords.py
	python3 $<

$(DESK): Scripts/list-desk $(EDITOR) $(wildcard Sources/EmbeddedAssets/desk/*)
	Scripts/list-desk

clean:
	rm -rf .build Sources/EmbeddedAssets/fonts $(SAMPLE) $(PASSWORDS) $(EDITOR) $(DESK)
