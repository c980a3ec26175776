"""Imports two dozen modules of the standard library, as the start of many a program does."""
import argparse
import asyncio
import collections
import configparser
import csv
import dataclasses
import datetime
import decimal
import email.message
import enum
import functools
import http.client
import inspect
import itertools
import json
import logging
import pathlib
import re
import shutil
import subprocess
import tempfile
import textwrap
import typing
import unittest
import urllib.parse

modules = [
    argparse, asyncio, collections, configparser, csv, dataclasses, datetime, decimal, email.message, enum,
    functools, http.client, inspect, itertools, json, logging, pathlib, re, shutil, subprocess, tempfile, textwrap,
    typing, unittest, urllib.parse,
]
print(len(modules), "modules:", " ".join(module.__name__ for module in modules))
